import { createHash } from 'node:crypto';

/** A small page of this server's own: plain HTML without a library, which only calls the API. */
export interface BrowserPage {
  html: string;
  /** Its Content-Security-Policy: its own script and style, by their hashes, and calls to this server. */
  policy: string;
}

const sharedStyle = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
label { display: block; font-weight: 600; margin-top: 1rem }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #57606a; border-radius: 4px }
input:read-only { background: #f0f2f4 }
button { font: inherit; margin-top: 1.5rem; padding: .6rem 1.4rem; border: 0; border-radius: 4px; color: #fff; background: #0b5cad; cursor: pointer }
button:disabled { background: #57606a }
:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px }
.hint { margin: .25rem 0 0; color: #57606a; font-size: .9rem }
#problem { color: #a40e26; font-weight: 600 }
[hidden] { display: none }
`;

/**
 * Functions for every page's script. Everything that comes from the API is inserted as text, never as HTML.
 * At the end the token is removed from the address, so that neither history nor the next page gets it.
 */
const sharedScript = `
'use strict';
const byId = (id) => document.getElementById(id);
const token = new URLSearchParams(location.search).get('token') || '';

async function call(path, body, credentials = 'omit') {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), credentials,
    });
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type'));
  const answer = text && isJson ? JSON.parse(text) : {};
  if (response.ok) return answer;
  const problem = new Error(answer.detail || 'The server could not answer. Try again in a minute.');
  throw Object.assign(problem, { code: answer.code, errors: answer.errors || [] });
}

function tell(text) { byId('problem').textContent = text; }

function showProblem(error) {
  const wrong = (error.errors || []).map(({ pointer, detail }) => ({ input: byId(pointer.slice(1)), detail }));
  for (const { input } of wrong) if (input) input.setAttribute('aria-invalid', 'true');
  tell(wrong.length > 0
    ? wrong.map(({ input, detail }) => (input ? input.labels[0].textContent + ' ' : '') + detail).join('. ') + '.'
    : error.message);
  const first = wrong.find(({ input }) => input);
  if (first) first.input.focus();
}

/** Sends a form by the script alone; a second click waits for the first. */
function onSubmit(form, send) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    tell('');
    for (const input of form.querySelectorAll('input')) input.removeAttribute('aria-invalid');
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await send();
    } catch (error) {
      showProblem(error);
    } finally {
      button.disabled = false;
    }
  });
}

function finish(title) {
  history.replaceState(null, '', location.pathname);
  document.title = title;
  byId('title').textContent = title;
  byId('form').hidden = true;
  byId('done').hidden = false;
  byId('title').focus();
}
`;

/** @param page.body what follows the heading: a `#form`, and a hidden `#done` shown at the end */
export function browserPage(page: {
  title: string;
  heading: string;
  body: string;
  script: string;
  style?: string;
}): BrowserPage {
  const style = sharedStyle + (page.style ?? '');
  const script = sharedScript + page.script;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 id="title" tabindex="-1">${page.heading}</h1>
<noscript><p>This page needs JavaScript.</p></noscript>
<p id="problem" role="alert"></p>
${page.body}
</main>
<script>${script}</script>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}

const hashOf = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
