import { browserPage } from '../common/http/browser-page.js';

/** Where those who run the installation sign in to the board. */
export const signInPage = browserPage({
  title: 'Queues',
  heading: 'Sign in to see the queues',
  script: `
onSubmit(byId('form'), async () => {
  const body = { email: byId('email').value, password: byId('password').value };
  await call('./sign-in', body, 'same-origin');
  location.replace('./');
});
byId('email').focus();
`,
  body: `<form id="form">
<label for="email">E-mail</label>
<input id="email" type="email" autocomplete="username" required maxlength="254">
<label for="password">Password</label>
<input id="password" type="password" autocomplete="current-password" required maxlength="128">
<button>Sign in</button>
</form>`,
});

export const signOutPage = browserPage({
  title: 'Queues',
  heading: 'Sign out of the queues',
  script: `
onSubmit(byId('form'), async () => {
  await call('./sign-out', {}, 'same-origin');
  location.replace('./sign-in');
});
`,
  body: `<form id="form"><button>Sign out</button></form>
<p><a href="./">Back to the queues</a></p>`,
});
