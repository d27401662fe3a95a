import { createHash } from 'node:crypto';

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
label { display: block; font-weight: 600; margin-top: 1rem }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #57606a; border-radius: 4px }
input:read-only { background: #f0f2f4 }
button { font: inherit; margin-top: 1.5rem; padding: .6rem 1.4rem; border: 0; border-radius: 4px; color: #fff; background: #0b5cad; cursor: pointer }
button:disabled { background: #57606a }
:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px }
.hint { margin: .25rem 0 0; color: #57606a; font-size: .9rem }
#problem { color: #a40e26; font-weight: 600 }
#code { font-size: 1.6rem; font-weight: 700; letter-spacing: .05em }
[hidden] { display: none }
`;

/** Everything that comes from the API is put in as text, never as HTML. */
const script = `
'use strict';
const byId = (id) => document.getElementById(id);
const token = new URLSearchParams(location.search).get('token') || '';

async function call(name, body) {
  let response;
  try {
    response = await fetch('../v1/invitations/' + name, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), credentials: 'omit',
    });
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.detail), { status: response.status, errors: answer.errors || [] });
  return answer;
}

function tell(text) { byId('problem').textContent = text; }

function showOffer(offer) {
  const team = offer.client ? offer.client.companyName : offer.organization.name;
  byId('title').textContent = offer.kind === 'client'
    ? offer.organization.name + ' invites ' + team + ' to its delivery portal'
    : offer.invitedBy.name + ' invites you to the team of ' + team;
  byId('email').value = offer.email || '';
  byId('email').readOnly = offer.emailIsFixed;
  byId('form').hidden = false;
  byId(offer.email ? 'name' : 'email').focus();
}

function showWelcome(session) {
  const client = session.membership.client;
  history.replaceState(null, '', location.pathname);
  byId('form').hidden = true;
  byId('welcome').hidden = false;
  byId('title').textContent = 'Welcome, ' + session.user.name;
  document.title = 'Welcome';
  byId('who').textContent = 'You are in the team of ' + (client ? client.companyName : session.membership.organization.name)
    + '. Sign in with ' + session.user.email + ' from now on.';
  if (client) {
    byId('code').textContent = client.clientCode;
    byId('client').hidden = false;
  }
  byId('title').focus();
}

async function accept(event) {
  event.preventDefault();
  tell('');
  for (const input of document.querySelectorAll('input')) input.removeAttribute('aria-invalid');
  byId('submit').disabled = true;
  try {
    showWelcome(await call('accept', {
      token, name: byId('name').value, email: byId('email').value, password: byId('password').value,
    }));
  } catch (error) {
    const wrong = (error.errors || []).map(({ pointer, detail }) => ({ input: byId(pointer.slice(1)), detail }));
    for (const { input } of wrong) if (input) input.setAttribute('aria-invalid', 'true');
    tell(wrong.length > 0
      ? wrong.map(({ input, detail }) => (input ? input.labels[0].textContent + ' ' : '') + detail).join('. ') + '.'
      : error.message);
    const first = wrong.find(({ input }) => input);
    if (first) first.input.focus();
    if (error.status === 404) byId('form').hidden = true;
  } finally {
    byId('submit').disabled = false;
  }
}

byId('form').addEventListener('submit', accept);
call('lookup', { token: token || '-' }).then(showOffer, (error) => {
  byId('title').textContent = 'This invitation cannot be used';
  tell(error.message);
});
`;

/** A page with which a person accepts an invitation; it does no more than call the API. */
export const acceptPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Invitation</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 id="title" tabindex="-1">Your invitation</h1>
<noscript><p>This page needs JavaScript.</p></noscript>
<p id="problem" role="alert"></p>
<form id="form" hidden>
<label for="email">E-mail</label>
<input id="email" type="email" autocomplete="username" required maxlength="254">
<label for="name">Name</label>
<input id="name" autocomplete="name" required maxlength="200">
<label for="password">Password</label>
<input id="password" type="password" autocomplete="new-password" required maxlength="128" aria-describedby="password-hint">
<p class="hint" id="password-hint">15 characters or more; a few words together are a good one. If you have an account already, its password.</p>
<button id="submit">Accept the invitation</button>
</form>
<section id="welcome" hidden>
<p id="who"></p>
<div id="client" hidden>
<p>Your Client ID is</p>
<p id="code"></p>
<p>Keep it at hand: the delivery company puts it beside your orders, so that they show up in your portal.</p>
</div>
<h2>What comes next</h2>
<ol>
<li>Open the <a href="../docs">portal’s reference</a>, sign in with your e-mail and password, and try every call there.</li>
<li>Or have your software sign in at <code>POST /v1/auth/login</code>, or with an API key that an owner or admin makes.</li>
</ol>
</section>
</main>
<script>${script}</script>
</body>
</html>
`;

const hashOf = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Allows this page its own script and style, by their hashes, and calls to this server; nothing else. */
export const acceptPagePolicy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
