import { isWaybillError, Waybill } from '../../src/index.js';
import { command } from '../command.js';
import { keyStart, teamName, whoHas } from '../identity.js';
import { fields } from '../layout.js';
import { marks, show } from '../shown.js';
import { login } from './login.js';

const logout = command({
  name: 'logout',
  summary: 'End the sign-in, here and at the server',
  examples: [['logout', 'Nothing of it is kept']],
  async run({ credentials, terminal, signal }) {
    await credentials.exclusively(async () => {
      const kept = await credentials.take();
      if (!kept) return terminal.note(show`You were not signed in.`);
      if (kept.session) {
        const anyone = new Waybill({ baseUrl: kept.url, apiKey: null, maxRetries: 0, signal });
        await anyone.auth.logout({ refreshToken: kept.session.refreshToken }).catch((error: unknown) => {
          if (!isWaybillError(error)) throw error;
          terminal.note(show`The server was not told (${error.detail}); the sign-in ends there by itself.`);
        });
      }
      terminal.note(show`${marks.good} Signed out of ${kept.url}.`);
    });
    if (terminal.isJson) terminal.json({ signedIn: false });
  },
});

const whoami = command({
  name: 'whoami',
  summary: 'Tell who is signed in, and where',
  examples: [['whoami', 'Name, team, role and server']],
  async run({ connect, terminal }) {
    const { waybill, url, token } = await connect();
    const me = await whoHas(waybill);
    if (me && terminal.isJson) return terminal.json({ url, ...me });
    if (me) {
      const { user, membership } = me;
      const pairs = [
        ['Name', user.name],
        ['E-mail', user.email],
        ['Team', teamName(membership)],
        ['Role', membership.role],
        ['Server', url],
      ] as const;
      return terminal.out(fields(pairs, terminal.width));
    }
    const key = keyStart(token ?? '');
    // A key says whose it is only where it may read that.
    const organization = await waybill.organization.get().catch(() => undefined);
    if (terminal.isJson) return terminal.json({ url, key, organization: organization ?? null });
    const pairs = [
      ['API key', key],
      ['Organization', organization?.name],
      ['Server', url],
    ] as const;
    terminal.out(fields(pairs, terminal.width));
  },
});

export const accountCommands = [login, logout, whoami];
