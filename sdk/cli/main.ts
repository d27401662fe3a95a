import { version } from '../src/index.js';
import { baseUrlOf } from './address.js';
import { type Command, type Context } from './command.js';
import { exits, type Exit } from './exits.js';
import { commands } from './commands/index.js';
import { candidates } from './complete.js';
import { connect } from './connection.js';
import { CredentialStore } from './credentials.js';
import { Interrupted } from './failures.js';
import { helpOn, markdown, overview } from './help.js';
import { optionsOf, parse, type Parsed } from './parse.js';
import { Prompts } from './prompts.js';
import { jsonText, shown } from './shown.js';
import { told, toldAsJson } from './told.js';
import type { Terminal } from './terminal.js';

/** Runs one command line. @returns the exit status */
export async function run(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<Exit> {
  // Even a command line that cannot be read says whether errors are to be JSON.
  terminal.isJson = args.includes('--json');
  let command: Command | undefined;
  let isEndless = false;
  try {
    if (args[0] === 'complete') return complete(args.slice(args[1] === '--' ? 2 : 1), terminal);
    const parsed = parse(args, commands);
    ({ command } = parsed);
    if (about(parsed, terminal)) return exits.good;
    const { options } = parsed;
    isEndless = command?.isEndless?.(options) === true;
    const given = (options.url as string | undefined) ?? terminal.env.WAYBILL_URL;
    const url = given ? baseUrlOf(given) : undefined;
    const credentials = new CredentialStore(terminal.env);
    const exit = await command!.run({
      args: parsed.args,
      options: options as Context['options'],
      terminal,
      prompts: new Prompts(terminal, signal),
      credentials,
      signal,
      url,
      connect: () => connect(terminal.env, url, credentials, signal),
    });
    return exit ?? exits.good;
  } catch (error) {
    if (signal.aborted && isEndless) return exits.good;
    return fail(signal.aborted ? new Interrupted() : error, command, terminal);
  }
}

function fail(error: unknown, command: Command | undefined, terminal: Terminal): Exit {
  const hasKey = Boolean(terminal.env.WAYBILL_API_KEY);
  const { lines, exit } = told(error, { command, hasKey });
  if (terminal.isJson && lines.length > 0) terminal.stderr.write(`${jsonText(toldAsJson(error))}\n`);
  else terminal.tell(...lines);
  return exit;
}

/** Help and the version, where they are asked for. @returns whether they were */
function about({ command, group, args, options }: Parsed, terminal: Terminal): boolean {
  const asked = command?.name === 'help' ? args : undefined;
  if (options.version) printVersion(terminal);
  else if (options.help && command) printHelp(command, terminal);
  else if (asked) helpAbout(asked, terminal);
  else if (options.help || !command) printOverview(group, terminal);
  else return false;
  return true;
}

function printVersion(terminal: Terminal): void {
  if (terminal.isJson) terminal.json({ version });
  else terminal.out(shown(version));
}

function helpAbout(words: string[], terminal: Terminal): void {
  const { command, group } = parse([...words, '--help'], commands);
  if (command) printHelp(command, terminal);
  else printOverview(group, terminal);
}

function printHelp(command: Command, terminal: Terminal): void {
  if (terminal.isJson) terminal.json({ ...command, options: optionsOf(command) });
  else terminal.out(helpOn(command, terminal.width));
}

function printOverview(group: string | undefined, terminal: Terminal): void {
  const shownOnes = commands.filter(({ name }) => group === undefined || name.startsWith(`${group} `));
  if (terminal.isJson) terminal.json({ version, commands: shownOnes });
  else terminal.out(overview(shownOnes, terminal.width));
}

/** Asked by shells: what may stand in place of the last word. */
function complete(words: readonly string[], terminal: Terminal): Exit {
  for (const { word, description } of candidates(words, commands))
    terminal.stdout.write(description ? `${word}\t${description}\n` : `${word}\n`);
  return exits.good;
}

/** The table of commands as the README has it. */
export const commandTable = () => markdown(commands);
