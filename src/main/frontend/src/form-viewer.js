export {
  DocumentPreview, Errors, FilePicker, Form, Label,
  useExpressionEvaluation, useSingleLineTemplateEvaluation,
} from '@bpmn-io/form-js-viewer';
export { h } from 'preact';
export { useEffect, useRef, useState } from 'preact/hooks';
