import { isWaybillError, Waybill, type Membership, type Session } from '../../src/index.js';
import { command, type Context } from '../command.js';
import { keptSession } from '../credentials.js';
import { Failure, UsageError } from '../failures.js';
import { fields } from '../layout.js';
import { show, type Shown } from '../shown.js';

const login = command({
  name: 'login',
  summary: 'Sign in, and stay signed in',
  details: [
    'Asks where Waybill is, your e-mail and your password, which is not shown. Programs use an API key instead, or set WAYBILL_URL and WAYBILL_API_KEY and need no sign-in.',
    'What is needed to stay signed in is kept in waybill/credentials.json of your configuration folder, which nobody else may read. The password is not kept.',
  ],
  options: {
    email: { type: 'string', value: 'EMAIL', description: 'Your e-mail; asked for without it.' },
    team: { type: 'string', value: 'NAME', description: 'The team to sign in to, where you have several.' },
    'api-key': {
      type: 'string',
      value: 'KEY',
      isBare: true,
      description:
        'Sign in by an API key. Without its value it is asked for, and stays out of the shell’s history.',
    },
    'token-stdin': {
      type: 'boolean',
      description: 'Read an API key or an access token from standard input.',
    },
  },
  examples: [
    ['login --url https://portal.example.com', 'Asks for e-mail and password'],
    ['login --url https://portal.example.com --token-stdin < key.txt', 'By an API key in a file'],
  ],
  async run(context) {
    const { options, terminal, prompts } = context;
    const apiKey = options['api-key'];
    const byToken = options['token-stdin'] === true;
    if (byToken && apiKey !== undefined)
      throw new UsageError(show`Give --api-key or --token-stdin, not both.`, 'login');
    if (byToken && !context.url) throw new UsageError(show`Say where Waybill is: --url.`, 'login');
    const url = context.url ?? (await prompts.ask(show`Where is Waybill`, 'http://localhost:3000'));
    if (byToken || apiKey !== undefined) {
      const token = byToken ? await prompts.rest() : apiKey || (await prompts.askSecret(show`API key`));
      return signInByToken(context, url, token);
    }
    const anyone = new Waybill({ baseUrl: url, apiKey: null, signal: context.signal });
    const email = options.email ?? (await prompts.ask(show`E-mail`));
    const password = await prompts.askSecret(show`Password`);
    let session: Session = await anyone.auth.login({ email, password });
    const team = await chosen(context, session, options.team);
    if (team.id !== session.membership.id)
      session = await anyone.auth.refresh({ refreshToken: session.refreshToken, membershipId: team.id });
    await context.credentials.exclusively(() =>
      context.credentials.write({ url, session: keptSession(session) }),
    );
    if (terminal.isJson) return terminal.json({ url, user: session.user, membership: session.membership });
    terminal.say(
      show`${show`✓`.styled('green')} Signed in as ${session.user.name}, ${roleText(session.membership)}.`,
    );
  },
});

async function signInByToken(context: Context, url: string, token: string): Promise<void> {
  const { terminal, credentials, signal } = context;
  if (!token) throw new Failure(show`No key was given.`);
  const asking = new Waybill({ baseUrl: url, token, signal });
  await whoHas(asking);
  await credentials.exclusively(() => credentials.write({ url, token }));
  if (terminal.isJson) return terminal.json({ url, key: keyStart(token) });
  terminal.say(show`${show`✓`.styled('green')} Signed in to ${url} by the key ${keyStart(token)}.`);
}

/** Keys are known by their beginnings; the rest stays secret. */
const keyStart = (token: string) => (token.startsWith('wb_') ? `${token.slice(0, 12)}…` : 'that was given');

/** The team to sign in to: the one named, else the only one, else as somebody says who is asked. */
async function chosen(
  { prompts, terminal }: Context,
  { membership, memberships }: Session,
  named: string | undefined,
): Promise<Membership> {
  const isMeant = (one: Membership, text: string) =>
    one.id === text || teamName(one).toLowerCase().includes(text.toLowerCase());
  if (named !== undefined) {
    const found = memberships.filter((one) => isMeant(one, named));
    if (found.length === 1) return found[0]!;
    const all = memberships.map(teamName).join(', ');
    throw new Failure(
      found.length === 0 ? show`You have no team “${named}”.` : show`Several of your teams are “${named}”.`,
      show`Your teams are ${all}.`,
    );
  }
  if (memberships.length < 2 || !prompts.isInteractive) return membership;
  memberships.forEach((one, index) => terminal.tell(show`  ${index + 1}  ${teamName(one)}, as ${one.role}`));
  const answer = await prompts.ask(show`Which team`, '1');
  const found = memberships[Number(answer) - 1];
  if (!found) throw new Failure(show`There is no team ${answer}.`);
  return found;
}

function teamName({ client, organization }: Membership): string {
  return client ? `${client.companyName} at ${organization.name}` : organization.name;
}

const roleText = (membership: Membership): Shown => show`${membership.role} of ${teamName(membership)}`;

const logout = command({
  name: 'logout',
  summary: 'End the sign-in, here and at the server',
  examples: [['logout', 'Nothing of it is kept']],
  async run({ credentials, terminal }) {
    await credentials.exclusively(async () => {
      const kept = await credentials.take();
      if (!kept) return terminal.note(show`You were not signed in.`);
      if (kept.session) {
        const anyone = new Waybill({ baseUrl: kept.url, apiKey: null, maxRetries: 0 });
        await anyone.auth.logout({ refreshToken: kept.session.refreshToken }).catch((error: unknown) => {
          if (!isWaybillError(error)) throw error;
          terminal.note(show`The server was not told (${error.detail}); the sign-in ends there by itself.`);
        });
      }
      terminal.note(show`${show`✓`.styled('green')} Signed out of ${kept.url}.`);
    });
    if (terminal.isJson) terminal.json({ signedIn: false });
  },
});

/** The person, or undefined for a key, which is nobody’s. @throws AuthenticationError when it is good for nothing */
async function whoHas(waybill: Waybill) {
  return waybill.me.get().catch((error: unknown) => {
    if (isWaybillError(error) && error.status === 403) return undefined;
    throw error;
  });
}

const whoami = command({
  name: 'whoami',
  summary: 'Tell who is signed in, and where',
  examples: [['whoami', 'Name, team, role and server']],
  async run({ connect, terminal, credentials, url: given }) {
    const { waybill, url } = await connect();
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
      return terminal.out(...fields(pairs, terminal.width));
    }
    // A key says whose it is only where it may read that.
    const organization = await waybill.organization.get().catch(() => undefined);
    const { token } = given ? {} : ((await credentials.read().catch(() => undefined)) ?? {});
    const key = keyStart(token ?? 'wb_');
    if (terminal.isJson) return terminal.json({ url, key: true, organization: organization ?? null });
    terminal.out(
      ...fields(
        [
          ['API key', token ? key : 'of the environment'],
          ['Organization', organization?.name],
          ['Server', url],
        ],
        terminal.width,
      ),
    );
  },
});

export const accountCommands = [login, logout, whoami];
