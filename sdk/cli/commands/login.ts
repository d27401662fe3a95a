import { Waybill, type Membership, type Session } from '../../src/index.js';
import { baseUrlOf } from '../address.js';
import { command, type Context } from '../command.js';
import { keptSession, type Credentials } from '../credentials.js';
import { Failure, UsageError } from '../failures.js';
import { keyStart, teamName, whoHas } from '../identity.js';
import { marks, show } from '../shown.js';

export const login = command({
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
      throw new UsageError(show`Give --api-key or --token-stdin, not both.`);
    if (byToken && !context.url) throw new UsageError(show`Say where Waybill is: --url.`);
    await context.credentials.makeFolder();
    const url = context.url ?? baseUrlOf(await prompts.ask(show`Where is Waybill`, 'http://localhost:3000'));
    if (byToken || apiKey !== undefined) {
      const token = byToken ? await prompts.rest() : apiKey || (await prompts.askSecret(show`API key`));
      return signInByToken(context, url, token);
    }
    const anyone = new Waybill({ baseUrl: url, apiKey: null, signal: context.signal });
    const email = options.email ?? (await prompts.ask(show`E-mail`));
    const password = await prompts.askSecret(show`Password`);
    const session = await inTeam(anyone, await anyone.auth.login({ email, password }), (first) =>
      chosen(context, first, options.team),
    );
    await keep(context, { url, session: keptSession(session) });
    const { user, membership } = session;
    if (terminal.isJson) return terminal.json({ url, user, membership });
    terminal.say(
      show`${marks.good} Signed in as ${user.name}, ${membership.role} of ${teamName(membership)}.`,
    );
  },
});

/** The session in the team that is chosen. What was made for a sign-in that comes to nothing is ended. */
async function inTeam(
  anyone: Waybill,
  session: Session,
  choose: (session: Session) => Promise<Membership>,
): Promise<Session> {
  const { refreshToken } = session;
  try {
    const team = await choose(session);
    if (team.id === session.membership.id) return session;
    return await anyone.auth.refresh({ refreshToken, membershipId: team.id });
  } catch (error) {
    await anyone.auth.logout({ refreshToken }).catch(() => undefined);
    throw error;
  }
}

async function keep({ credentials, terminal }: Context, signIn: Credentials): Promise<void> {
  await credentials.exclusively(() => credentials.write(signIn));
  if (terminal.env.WAYBILL_API_KEY)
    terminal.note(show`${marks.partly} WAYBILL_API_KEY is set, and goes before this sign-in.`);
}

async function signInByToken(context: Context, url: string, token: string): Promise<void> {
  const { terminal, signal } = context;
  if (!token) throw new Failure(show`No key was given.`);
  const asking = new Waybill({ baseUrl: url, token, signal });
  await whoHas(asking);
  await keep(context, { url, token });
  if (terminal.isJson) return terminal.json({ url, key: keyStart(token) });
  terminal.say(show`${marks.good} Signed in to ${url} by the key ${keyStart(token)}.`);
}

/** The team to sign in to: the one named, else the only one, else as somebody says who is asked. */
async function chosen(
  { prompts, terminal }: Context,
  { membership, memberships }: Session,
  named: string | undefined,
): Promise<Membership> {
  if (named !== undefined) {
    const text = named.toLowerCase();
    const whole = memberships.filter((one) => one.id === text || teamName(one).toLowerCase() === text);
    const found =
      whole.length > 0 ? whole : memberships.filter((one) => teamName(one).toLowerCase().includes(text));
    if (found.length === 1) return found[0]!;
    const all = memberships.map(teamName).join(', ');
    throw new Failure(
      found.length === 0 ? show`You have no team “${named}”.` : show`Several of your teams are “${named}”.`,
      show`Your teams are ${all}.`,
    );
  }
  if (memberships.length < 2 || !prompts.isInteractive) return membership;
  memberships.forEach((one, index) => terminal.tell(show`  ${index + 1}  ${teamName(one)}, as ${one.role}`));
  for (;;) {
    const found = memberships[Number(await prompts.ask(show`Which team`, '1')) - 1];
    if (found) return found;
  }
}
