export { default as NavigatedViewer } from 'bpmn-js/lib/NavigatedViewer';
export { default as camundaModdle } from 'camunda-bpmn-moddle/resources/camunda.json';
