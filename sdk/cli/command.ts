import type { Connection } from './connection.js';
import type { CredentialStore } from './credentials.js';
import type { Exit } from './exits.js';
import type { Prompts } from './prompts.js';
import type { Terminal } from './terminal.js';

export interface OptionSpec {
  type: 'string' | 'boolean';
  short?: string;
  /** May be given several times. */
  multiple?: true;
  /** What the API calls it, where that is another name. */
  field?: string;
  /** What its value is called in help. */
  value?: string;
  choices?: readonly string[];
  /** Its value is a file. */
  isFile?: true;
  /** Its value is a whole number of at least so much. */
  least?: number;
  /** It may stand without its value. */
  isBare?: true;
  description: string;
}

export interface ArgumentSpec {
  name: string;
  description: string;
  isOptional?: true;
  isMany?: true;
  isFile?: true;
  choices?: readonly string[];
}

type Options = Readonly<Record<string, OptionSpec>>;
type ValueOf<Spec extends OptionSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec['multiple'] extends true
    ? string[]
    : string;
/** What was given to some command or other. */
export type Given = Readonly<Record<string, string | boolean | string[] | undefined>>;
/** What was given, by name. */
export type Values<Specs extends Options> = { [Name in keyof Specs]?: ValueOf<Specs[Name]> };

/** What a command has to work with. */
export interface Context<Specs extends Options = Options> {
  args: string[];
  options: Values<Specs>;
  terminal: Terminal;
  prompts: Prompts;
  credentials: CredentialStore;
  /** Aborts when the command is to end: Ctrl-C. */
  signal: AbortSignal;
  /** The address of `--url` or the environment; that of the sign-in where there is none. */
  url: string | undefined;
  /** The API, as whoever is signed in. @throws Failure when nobody is */
  connect: () => Promise<Connection>;
}

/** One command: the table of these is what parsing, help, completion and documentation are made from. */
export interface Command {
  /** Its words: `orders list`. */
  name: string;
  summary: string;
  /** More about it, in paragraphs. */
  details?: readonly string[];
  args?: readonly ArgumentSpec[];
  options?: Options;
  /** Command lines without the name of the program, and what each does. */
  examples: readonly (readonly [line: string, what: string])[];
  /** It goes on until it is interrupted, which is how it ends well. */
  isEndless?: (options: Given) => boolean;
  run(context: Context): Promise<Exit | void>;
}

/** A command whose options are known to its work by their types. */
export function command<const Specs extends Options>(
  spec: Omit<Command, 'options' | 'run'> & {
    options?: Specs;
    run(context: Context<Specs>): Promise<Exit | void>;
  },
): Command {
  return spec;
}

/** Options that every command has. */
export const commonOptions = {
  url: {
    type: 'string',
    value: 'URL',
    description: 'Where Waybill is; else WAYBILL_URL, or where you signed in.',
  },
  json: {
    type: 'boolean',
    description: 'Print JSON: one document, or one a line of exports and of what has no end.',
  },
  help: { type: 'boolean', short: 'h', description: 'Print what the command does.' },
  version: { type: 'boolean', description: 'Print the version.' },
} as const satisfies Options;
