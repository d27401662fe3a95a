/* global document */

const byId = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function teamOf({ organization: { name, testMode }, client }) {
  const organization = testMode && !/sandbox/i.test(name) ? `${name} (sandbox)` : name;
  return client ? `${client.companyName} at ${organization}` : organization;
}

/** Whether what is called now is a sandbox; an access token says so by its team, a key by how it begins. */
const isSandbox = ({ membership, token }) =>
  membership?.organization.testMode ?? token.startsWith('wb_test_');

/** Shows who is signed in at the top of the page, and signs in and out. */
export class Account {
  #session;

  constructor(session) {
    this.#session = session;
    this.#prepareForm();
    session.addEventListener('change', ({ detail }) => this.#show(detail.reason));
    this.#show();
  }

  /** Opens the sign-in form, or where somebody is signed in already, leads to who that is. */
  open() {
    if (this.#session.current) return byId('account').querySelector('button').focus();
    byId('sign-in-problem').textContent = '';
    byId('sign-in').showModal();
    this.#firstField().focus();
  }

  #show(reason = '') {
    const { current } = this.#session;
    byId('account').replaceChildren(...(current ? this.#caller(current) : this.#nobody()));
    const sandbox = current && isSandbox(current);
    document.body.classList.toggle('in-sandbox', Boolean(sandbox));
    byId('notice').textContent =
      reason || (sandbox ? 'This is a sandbox: nothing you do here reaches anybody outside.' : '');
  }

  #nobody() {
    const button = element('button', { type: 'button', textContent: 'Sign in' });
    button.addEventListener('click', () => this.open());
    return [button];
  }

  #caller(current) {
    const { user, membership, organization, token } = current;
    const sandbox = isSandbox(current);
    const badge = element('span', {
      className: sandbox ? 'badge sandbox' : 'badge',
      textContent: sandbox ? 'Sandbox' : 'Live',
    });
    const name = element('strong', { textContent: user?.name ?? `API key ${token.slice(0, 12)}…` });
    const team = membership
      ? this.#teams(current)
      : element('span', { textContent: organization?.name ?? 'of a client, or with few scopes' });
    const role = element('span', { className: 'role', textContent: membership?.role ?? '' });
    const out = element('button', { type: 'button', className: 'plain', textContent: 'Sign out' });
    out.addEventListener('click', async () => {
      await this.#session.signOut();
      byId('account').querySelector('button').focus();
    });
    return [badge, element('span', { className: 'who' }, name, team, role), out];
  }

  /** The team that calls are made for, and the person's others to change to. */
  #teams({ membership, memberships }) {
    if (memberships.length < 2) return element('span', { textContent: teamOf(membership) });
    const select = element('select', { ariaLabel: 'Team' });
    for (const one of memberships) {
      const option = element('option', { value: one.id, textContent: teamOf(one) });
      option.selected = one.id === membership.id;
      select.append(option);
    }
    select.addEventListener('change', async () => {
      await this.#session
        .renew({ membershipId: select.value })
        .catch((problem) => this.#session.current && this.#show(problem.message));
      byId('account').querySelector('select')?.focus();
    });
    return select;
  }

  #firstField() {
    return byId(this.#byKey() ? 'key' : 'email');
  }

  #byKey() {
    return byId('sign-in-form').elements.by.value === 'key';
  }

  #prepareForm() {
    const form = byId('sign-in-form');
    const dialog = byId('sign-in');
    const choose = () => {
      byId('by-key').hidden = !this.#byKey();
      byId('by-password').hidden = this.#byKey();
      for (const id of ['email', 'password']) byId(id).required = !this.#byKey();
      byId('key').required = this.#byKey();
    };
    for (const radio of form.elements.by) radio.addEventListener('change', choose);
    choose();
    // No password stays in a form that was left.
    dialog.addEventListener('close', () => {
      form.reset();
      choose();
    });
    byId('cancel').addEventListener('click', () => dialog.close());
    byId('to-sign-up').addEventListener('click', () => dialog.close());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('[type=submit]');
      const problem = byId('sign-in-problem');
      problem.textContent = '';
      button.disabled = true;
      try {
        if (this.#byKey()) await this.#session.signInByKey(byId('key').value.trim());
        else await this.#session.signIn(byId('email').value, byId('password').value);
        dialog.close();
        byId('account').querySelector('button').focus();
      } catch (refused) {
        problem.textContent = refused.message;
        this.#firstField().focus();
      } finally {
        button.disabled = false;
      }
    });
  }
}
