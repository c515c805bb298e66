import { put } from './api.js';
import { el } from './dom.js';
import { field, formOf, tick } from './fields.js';

/** Who may see a request, for an auditor to change. */
export const readers = (request, changed) => el('details', { class: 'tm-noprint' }, el('summary', {}, 'Who may see it'),
  formOf(el('div', { class: 'tm-fields' },
    el('div', { 'data-field': 'owner' }, tick('confidential', 'yes', 'Confidential: only its owner, the people named here and the auditors see it', request.confidential),
      el('span', { class: 'tm-wrong', role: 'alert' })),
    field('readers', 'Who of the client may see it too: user names with commas', { autocapitalize: 'none', value: (request.readers ?? []).join(', ') })),
  'Save', async form => {
    const { confidential, readers: names } = form.elements;
    await put(`/api/requests/${request.id}/confidentiality`, {
      confidential: confidential.checked, version: request.version,
      readers: confidential.checked ? names.value.split(',').map(name => name.trim()).filter(Boolean) : undefined,
    });
    await changed();
  }));
