import { browserPage } from '../../common/http/browser-page.js';

const script = `
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
  byId('who').textContent = 'You are in the team of ' + (client ? client.companyName : session.membership.organization.name)
    + '. Sign in with ' + session.user.email + ' from now on.';
  if (client) {
    byId('code').textContent = client.clientCode;
    byId('client').hidden = false;
  }
  finish('Welcome, ' + session.user.name);
}

function refuse(error) {
  if (error.code !== 'invitation_invalid') throw error;
  byId('title').textContent = 'This invitation cannot be used';
  byId('form').hidden = true;
  tell(error.message);
}

onSubmit(byId('form'), async () => {
  const [name, email, password] = ['name', 'email', 'password'].map((id) => byId(id).value);
  await call('../v1/invitations/accept', { token, name, email, password }).then(showWelcome, refuse);
});
call('../v1/invitations/lookup', { token: token || '-' }).then(showOffer, refuse).catch(showProblem);
`;

/** The page on which a person accepts an invitation. */
export const acceptPage = browserPage({
  title: 'Invitation',
  heading: 'Your invitation',
  script,
  style: '#code { font-size: 1.6rem; font-weight: 700; letter-spacing: .05em }\n',
  body: `<form id="form" hidden>
<label for="email">E-mail</label>
<input id="email" type="email" autocomplete="username" required maxlength="254">
<label for="name">Name</label>
<input id="name" autocomplete="name" required maxlength="200">
<label for="password">Password</label>
<input id="password" type="password" autocomplete="new-password" required maxlength="128" aria-describedby="password-hint">
<p class="hint" id="password-hint">15 characters or more; a few words together are a good one. If you have an account already, its password.</p>
<button>Accept the invitation</button>
</form>
<section id="done" hidden>
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
</section>`,
});
