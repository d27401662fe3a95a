import { browserPage } from '../../common/http/browser-page.js';

const script = `
function refuse(error) {
  if (error.code !== 'token_invalid') throw error;
  byId('title').textContent = 'This link cannot be used';
  byId('form').hidden = true;
  byId('again').hidden = false;
  tell(error.message);
  byId('email').focus();
}

onSubmit(byId('form'), async () => {
  const body = { token, password: byId('password').value };
  await call('./v1/auth/password-reset/confirm', body).then(() => finish('Your new password is set'), refuse);
});
onSubmit(byId('again'), async () => {
  const { message } = await call('./v1/auth/password-reset', { email: byId('email').value });
  byId('again').hidden = true;
  byId('title').textContent = 'Look into your mail';
  byId('sent').textContent = message;
});

if (token) byId('password').focus();
else refuse(Object.assign(new Error('The link is incomplete. Open the one in your mail, or ask for a new one.'), { code: 'token_invalid' }));
`;

/** The page on which a person sets a new password. */
export const resetPage = browserPage({
  title: 'New password',
  heading: 'Set a new password',
  script,
  body: `<form id="form">
<label for="password">New password</label>
<input id="password" type="password" autocomplete="new-password" required maxlength="128" aria-describedby="password-hint">
<p class="hint" id="password-hint">15 characters or more; a few words together are a good one.</p>
<button>Set the password</button>
</form>
<form id="again" hidden>
<label for="email">E-mail</label>
<input id="email" type="email" autocomplete="username" required maxlength="254">
<button>Send me a new link</button>
</form>
<p id="sent" role="status"></p>
<section id="done" hidden>
<p>Wherever you were signed in, you are signed out now. Sign in with the new password from now on, for example on the <a href="./docs">portal’s reference</a>.</p>
</section>`,
});
