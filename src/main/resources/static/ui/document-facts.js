import { get, post } from './api.js';
import { bones, button, el, fill } from './dom.js';
import { day, moment, size, words } from './words.js';
import { tell } from './toast.js';

/** The two dates of a document, what it covers and when it came, and which version of its name it is. */
export const dates = d => el('p', { class: 'tm-quiet tm-small' }, [
  d.coversFrom && (d.coversTo && d.coversTo !== d.coversFrom ? `covers ${day(d.coversFrom)} to ${day(d.coversTo)}` : `covers ${day(d.coversFrom)}`),
  d.uploadedAt && `came ${moment(d.uploadedAt)}${d.uploadedBy ? ` from ${d.uploadedBy}` : ''}`,
  d.version > 1 && `version ${d.version}`,
].filter(Boolean).join(', '));

/** What reading found in a document and, apart from it, what the file claims; asked for when somebody wants to know. */
export function known(document) {
  if (document.state === 'purged') return null;
  const at = `/api/documents/${encodeURIComponent(document.id)}`;
  const box = el('div', {}, bones(1));
  const node = el('details', { class: 'tm-noprint tm-small' }, el('summary', {}, 'What is known of it'), box);
  const load = async () => {
    const [metadata, versions] = await Promise.all([get(`${at}/metadata`), document.version > 1 ? get(`${at}/versions`) : null]);
    fill(box, found(metadata), claimed(metadata), earlier(versions, document.id),
      document.state !== 'quarantined' && metadata.reading.state !== 'waiting'
        && button('Read it again', () => post(`${at}/read`, {}).then(load).catch(tell), 'tm-little'));
  };
  node.addEventListener('toggle', () => { if (node.open) load().catch(error => fill(box, error.message)); });
  return node;
}

const list = facts => {
  const known = Object.entries(facts).filter(([, v]) => v !== null && v !== undefined && v !== false && v !== '' && v !== 0);
  return known.length > 0 && el('dl', { class: 'tm-facts' }, known.map(([k, v]) => [el('dt', {}, k), el('dd', {}, v)]));
};

const many = (all, amount) => all.length > 0 && all.map(one => `${one.name}${amount(one)}`.trim()).join(', ');

function found({ contentType, sha256, reading, malware, found: seen }) {
  return list({
    'Is': seen?.contentType ?? contentType,
    'Reading': `${words(reading.state)}${reading.reason ? `: ${reading.reason}` : ''}`,
    'Malware': `${words(malware.state)}${malware.detail ? `: ${malware.detail}` : ''}`,
    'Pages': seen?.pages,
    'Sheets': seen && many(seen.sheets, sheet => ` (${sheet.rows} rows)`),
    'Picture': seen?.width && `${seen.width} × ${seen.height}`,
    'Language': seen?.language,
    'Encrypted': seen?.encrypted && 'yes',
    'Macros': seen?.macros && 'yes',
    'Files in it': seen && many(seen.entries, entry => entry.size === null ? '' : ` (${size(entry.size)})`),
    'SHA-256': el('code', {}, sha256),
  });
}

/** Anybody can write these into a file, so they are shown apart and by that name. */
function claimed({ claimed: said, claimedMail: mail }) {
  const facts = {};
  for (const [name, text] of Object.entries(said)) facts[words(name)] = /^\d{4}-\d\d-\d\dT/.test(text) ? moment(text) : text;
  for (const header of mail) facts[`Mail: ${header.name}`] = header.text;
  const shown = list(facts);
  return shown && [el('p', {}, 'The file claims of itself, which nobody has checked:'), shown];
}

const earlier = (versions, id) => versions && el('p', {}, 'Other versions: ', versions.items.filter(d => d.id !== id).map((d, i) => [i > 0 && ', ',
  d.state === 'purged' ? `${d.version} (taken out)`
    : el('a', { href: `/api/documents/${encodeURIComponent(d.id)}/content`, download: d.name }, `version ${d.version} of ${moment(d.uploadedAt)}`)]));
