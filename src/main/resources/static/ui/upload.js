import { newKey, Problem } from './api.js';
import { renew, session } from './session.js';

/**
 * Sends one file with progress (0 to 1), which fetch cannot tell.
 * @returns {{done: Promise<object[]>, cancel: () => void}} the documents that the server made of it
 */
export function upload(path, file, onProgress) {
  let xhr = null;
  let cancelled = false;
  const key = newKey();

  async function run() {
    let answer = await send();
    if (answer.status === 401 || answer.status === 403) {
      await renew();
      answer = await send();
    }
    const body = parse(answer.responseText);
    if (answer.status >= 200 && answer.status < 300) return body;
    throw new Problem(answer.status, answer.status === 413 && !body.detail
      ? { detail: 'This file is larger than the server takes.' } : body);
  }

  async function send() {
    const { header, token } = await session();
    return new Promise((resolve, reject) => {
      if (cancelled) return reject(new DOMException('cancelled', 'AbortError'));
      xhr = new XMLHttpRequest();
      xhr.open('POST', path);
      xhr.setRequestHeader(header, token);
      xhr.setRequestHeader('Accept', 'application/json, application/problem+json');
      xhr.setRequestHeader('Idempotency-Key', key);
      xhr.upload.onprogress = e => e.lengthComputable && onProgress(e.loaded / e.total);
      xhr.onload = () => resolve(xhr);
      xhr.onerror = () => reject(new Problem(0, { detail: 'No connection. Try this file again.' }));
      xhr.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
      const form = new FormData();
      form.append('file', file);
      xhr.send(form);
    });
  }

  return { done: run(), cancel: () => { cancelled = true; xhr?.abort(); } };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
