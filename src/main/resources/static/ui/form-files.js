// The two form-js fields that meet our documents: `filepicker` uploads at once, `documentPreview` lists links.
import {
  DocumentPreview, Errors, FilePicker, Label, h,
  useEffect, useExpressionEvaluation, useRef, useSingleLineTemplateEvaluation, useState,
} from '../vendor/form-viewer.js';
import { post } from './api.js';
import { asValue, contentOf, findingMark } from './documents.js';
import { upload } from './upload.js';
import { size } from './words.js';

const listOf = value => Array.isArray(value) ? value.filter(v => v?.documentId ?? v?.id).map(asValue) : [];

/**
 * @param {{uploadTo: string, known: Map<string, object>, uploading: Set}} task where files go, what is known of
 *     documents by id, and the uploads under way
 */
export function fileFields(task) {
  const Upload = uploadField(task);
  Upload.config = { ...FilePicker.config, emptyValue: null, sanitizeValue: ({ value }) => Array.isArray(value) ? listOf(value) : null };
  DocumentLinks.config = DocumentPreview.config;
  class Register {
    static $inject = ['formFields'];
    constructor(formFields) {
      formFields.register('filepicker', Upload);
      formFields.register('documentPreview', DocumentLinks);
    }
  }
  return { __init__: ['tickmarkFiles'], tickmarkFiles: ['type', Register] };
}

function uploadField(task) {
  return function Upload({ field, domId, errors = [], value, onChange, disabled, readonly }) {
    const accept = useSingleLineTemplateEvaluation(field.accept ?? '');
    const multiple = useExpressionEvaluation(field.multiple) === true;
    const [over, setOver] = useState(false);
    const closed = disabled || readonly;
    const files = listOf(value);
    const running = useUploads(task, files, onChange, multiple);

    const take = list => running.start([...list].slice(0, multiple ? undefined : 1), accept);
    const drop = !closed && {
      onDragOver: e => { e.preventDefault(); setOver(true); },
      onDragLeave: () => setOver(false),
      onDrop: e => { e.preventDefault(); setOver(false); take(e.dataTransfer.files); },
    };
    return h('div', { class: `fjs-form-field fjs-form-field-filepicker${errors.length ? ' fjs-has-errors' : ''}` },
      h(Label, { htmlFor: domId, label: field.label, required: field.validate?.required }),
      !closed && h('div', { class: `tm-drop${over ? ' tm-over' : ''}`, ...drop },
        h('div', null,
          h('input', {
            type: 'file', id: domId, class: 'tm-unseen', multiple, accept: accept || undefined,
            'aria-describedby': `${domId}-error-message`,
            onChange: e => { take(e.target.files); e.target.value = ''; },
          }),
          h('label', { for: domId, class: 'tm-button tm-little' }, multiple ? 'Choose files' : 'Choose a file'),
          multiple ? ' or drop them here' : ' or drop it here'),
        accept && h('span', { class: 'tm-quiet tm-small' }, accept.replaceAll(',', ', '))),
      (files.length > 0 || running.list.length > 0) && h('ul', { class: 'tm-files' },
        files.map(f => h(Uploaded, {
          key: f.documentId, file: f, known: task.known,
          remove: closed ? null : () => onChange({ value: orNull(files.filter(x => x.documentId !== f.documentId)) }),
        })),
        running.list.map(u => h(u.choose ? Zip : Running, { key: u.key, ...u }))),
      closed && files.length === 0 && h('p', { class: 'tm-quiet' }, 'No files.'),
      h(Errors, { id: `${domId}-error-message`, errors }));
  };
}

const orNull = list => list.length ? list : null;

function useUploads(task, files, onChange, multiple) {
  const [list, setList] = useState([]);
  // answers come later than the render that started them
  const latest = useRef();
  latest.current = { files, onChange };
  const mine = useRef(new Set());
  useEffect(() => () => mine.current.forEach(u => u.cancel()), []);

  const change = (key, more) => setList(old => old.map(u => u.key === key ? { ...u, ...more } : u));
  const forget = key => setList(old => old.filter(u => u.key !== key));

  function start(chosen, accept) {
    for (const file of chosen) {
      const key = `${file.name} ${performance.now()} ${Math.random()}`;
      const row = { key, name: file.name, part: 0, error: refusal(file, accept), dismiss: () => forget(key) };
      if (!row.error && multiple && isZip(file)) {
        row.choose = unpack => { change(key, { choose: null }); send(key, file, unpack); };
      }
      setList(old => [...old, row]);
      if (!row.error && !row.choose) send(key, file, false);
    }
  }

  async function send(key, file, unpack) {
    const to = unpack ? `${task.uploadTo}?unpack=true` : task.uploadTo;
    const sending = upload(to, file, part => change(key, { part }));
    mine.current.add(sending);
    task.uploading.add(sending);
    change(key, { cancel: sending.cancel });
    try {
      const documents = await sending.done;
      for (const d of documents) task.known.set(d.id, d);
      const { files: now, onChange: set } = latest.current;
      const next = [...(multiple ? now : []), ...documents.map(asValue)];
      latest.current.files = next;
      set({ value: next });
      forget(key);
    } catch (error) {
      if (error.name === 'AbortError') forget(key);
      else change(key, { error: error.message, cancel: null });
    } finally {
      mine.current.delete(sending);
      task.uploading.delete(sending);
    }
  }
  return { list, start };
}

function refusal(file, accept) {
  const kinds = accept.split(',').map(k => k.trim().toLowerCase()).filter(Boolean);
  const fits = kind => kind.startsWith('.') ? file.name.toLowerCase().endsWith(kind)
    : kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  return kinds.length === 0 || kinds.some(fits) ? null : `This field takes ${kinds.join(', ')}.`;
}

const isZip = file => /\.zip$/i.test(file.name);

/** Asks before anything is sent: one document is kept as it is, its files are read and checked each. */
function Zip({ name, choose, dismiss }) {
  return h('li', null,
    h('div', { class: 'tm-line' },
      h('span', null, name),
      h('button', { type: 'button', class: 'tm-bare', 'aria-label': `Dismiss ${name}`, onClick: dismiss }, '×')),
    h('div', { class: 'tm-line' },
      h('button', { type: 'button', class: 'tm-button tm-little', onClick: () => choose(true) }, 'Unpack its files'),
      h('button', { type: 'button', class: 'tm-button tm-little', onClick: () => choose(false) }, 'Keep it as one document')));
}

function Uploaded({ file, known, remove }) {
  const [facts, setFacts] = useState(known.get(file.documentId));
  const learn = now => { known.set(now.id, now); setFacts(now); };
  return h('li', null,
    h('div', { class: 'tm-line' },
      h('a', { href: file.endpoint, download: file.name }, file.name),
      h('span', { class: 'tm-quiet tm-small' }, size(facts?.size)),
      remove && h('button', { type: 'button', class: 'tm-bare', 'aria-label': `Take ${file.name} out of the answer`, onClick: remove }, '×')),
    (facts?.findings ?? []).map(f => h(Finding, { key: f.code, finding: f, document: facts, learn: remove && learn })));
}

/** What was found, and why the file is given all the same: whoever reviews it reads that. */
function Finding({ finding, document, learn }) {
  const [reason, setReason] = useState(null);
  const [refused, setRefused] = useState('');
  const asked = learn && !finding.override && finding.severity !== 'info';
  const say = async () => {
    try {
      learn(await post(`/api/documents/${document.id}/findings/${encodeURIComponent(finding.code)}/override`, { reason }));
    } catch (error) {
      setRefused(error.message);
    }
  };
  const label = `Why ${document.name} is right all the same`;
  return h('div', { class: `tm-note ${findingMark(finding.severity)}` },
    h('p', null, finding.message, finding.override
      && h('span', { class: 'tm-quiet' }, ` ${finding.override.by} says: ${finding.override.reason}`)),
    asked && reason === null && h('button', { type: 'button', class: 'tm-bare', onClick: () => setReason('') }, 'It is right all the same'),
    asked && reason !== null && h('div', { class: 'tm-line' },
      h('input', {
        type: 'text', 'aria-label': label, placeholder: 'Why?', maxLength: 2000, value: reason,
        onInput: e => setReason(e.target.value),
        // Enter says it, and does not hand in the form around it
        onKeyDown: e => { if (e.key === 'Enter') { e.preventDefault(); say(); } },
      }),
      h('button', { type: 'button', class: 'tm-button tm-little', onClick: say }, 'Say so')),
    asked && refused && h('p', { role: 'alert' }, refused));
}

function Running({ name, part, error, cancel, dismiss }) {
  return h('li', null,
    h('div', { class: 'tm-line' },
      h('span', null, name),
      error ? h('button', { type: 'button', class: 'tm-bare', 'aria-label': `Dismiss ${name}`, onClick: dismiss }, '×')
        : h('button', { type: 'button', class: 'tm-bare', 'aria-label': `Cancel ${name}`, onClick: cancel }, 'Cancel')),
    error ? h('p', { class: 'tm-note tm-bad', role: 'alert' }, error)
      : h('progress', { max: 1, value: part, 'aria-label': `Uploading ${name}` }));
}

function DocumentLinks({ field }) {
  const value = useExpressionEvaluation(field.dataSource);
  const files = listOf(value);
  return h('div', { class: 'fjs-form-field' },
    field.label && h('div', { class: 'fjs-form-field-label' }, useSingleLineTemplateEvaluation(field.label)),
    files.length === 0 ? h('p', { class: 'tm-quiet' }, 'No files.')
      : h('ul', { class: 'tm-files' }, files.map(f => h('li', { key: f.documentId },
        h('a', { href: contentOf(f.documentId), download: f.name }, f.name)))));
}
