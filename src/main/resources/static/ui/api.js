import { $ } from './dom.js';
import { renew, session } from './session.js';

/** What the server answered instead of doing it (RFC 9457); status 0 means that it was not reached. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.name = 'Problem';
    this.status = status;
    this.errors = body.errors ?? [];
    this.findings = body.findings ?? [];
  }
}

let running = 0;
function loading(step) {
  running += step;
  $('#tm-loading')?.classList.toggle('tm-on', running > 0);
}

export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

export function withQuery(path, params = {}) {
  const set = Object.entries(params).filter(([, v]) => v !== null && v !== undefined && v !== '');
  return set.length ? `${path}?${new URLSearchParams(set)}` : path;
}

export const get = (path, params, options) => request('GET', withQuery(path, params), options);
export const post = (path, body, options = {}) =>
  request('POST', path, { ...options, body, headers: { 'Idempotency-Key': options.key ?? newKey() } });
export const put = (path, body) => request('PUT', path, { body });
export const del = path => request('DELETE', path);

/**
 * An act that must happen once: while no answer has come, the same body goes out under the same key, so that pressing
 * the button again after a lost connection cannot do it twice.
 */
export function act(path) {
  let last = null;
  return async body => {
    const text = JSON.stringify(body);
    if (last?.text !== text) last = { text, key: newKey() };
    try {
      const answer = await post(path, body, { key: last.key });
      last = null;
      return answer;
    } catch (error) {
      if (error.status > 0 && error.status < 500) last = null;
      throw error;
    }
  };
}

export async function request(method, path, options = {}) {
  loading(1);
  try {
    let answer = await once(method, path, options);
    // an expired session answers a change with 403, because the token is looked at first
    if (answer.status === 401 || (answer.status === 403 && method !== 'GET')) {
      await renew();
      answer = await once(method, path, options);
    }
    return await read(answer, options);
  } finally {
    loading(-1);
  }
}

async function once(method, path, { body, headers = {}, signal, keepalive, accept = 'application/json' }) {
  const { header, token } = method === 'GET' ? {} : await session();
  const form = body instanceof FormData;
  try {
    return await fetch(path, {
      method, signal, keepalive,
      headers: {
        Accept: `${accept}, application/problem+json`,
        ...(header && { [header]: token }),
        ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, { detail: 'No connection. Nothing was lost; try again.' });
  }
}

async function read(answer, { accept }) {
  if (!answer.ok) throw new Problem(answer.status, await problem(answer));
  if (answer.status === 204) return null;
  if (accept) return answer.text();
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

export async function problem(answer) {
  const body = await answer.json().catch(() => ({}));
  return body && typeof body === 'object' ? body : {};
}
