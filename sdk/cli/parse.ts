import { parseArgs } from 'node:util';
import { commonOptions, type Command, type Given, type OptionSpec } from './command.js';
import { UsageError } from './failures.js';
import { nearest } from './nearest.js';
import { show } from './shown.js';

export interface Parsed {
  /** Undefined where none is named, which only help and version are good for. */
  command: Command | undefined;
  /** The words of a group alone: `orders`. */
  group: string | undefined;
  args: string[];
  options: Given;
}

/** Every option of a command, the common ones among them. */
export function optionsOf(command: Command | undefined): Record<string, OptionSpec> {
  return { ...command?.options, ...commonOptions };
}

/** Every option of any command, by which a line can be read before its command is known. */
export function optionsOfAll(commands: readonly Command[]): Record<string, OptionSpec> {
  return Object.assign({}, ...commands.map(optionsOf), commonOptions) as Record<string, OptionSpec>;
}

/** The option of this name; nothing that every object has. */
export function optionNamed(specs: Record<string, OptionSpec>, name: string): OptionSpec | undefined {
  return Object.hasOwn(specs, name) ? specs[name] : undefined;
}

/** The command that these words begin with. */
export function commandOf(words: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** The first words of all commands, each once. */
const wordsOf = (commands: readonly Command[]) => [
  ...new Set(commands.map(({ name }) => name.split(' ')[0]!)),
];

/**
 * What was typed. An option means the same to all commands, so that it may stand before them, too.
 * @throws UsageError saying what was probably meant
 */
export function parse(args: readonly string[], commands: readonly Command[]): Parsed {
  const known = optionsOfAll(commands);
  const { tokens } = parseArgs({
    args: args.map((arg, index) => withValue(arg, args[index + 1], known)),
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = commandOf(words, commands);
  const specs = optionsOf(command);
  const values: Record<string, string | boolean | string[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const spec = optionNamed(specs, name);
    if (!spec) throw unknownOption(rawName, command, Object.keys(specs), Object.hasOwn(known, name));
    const value = valueOf(spec, rawName, token.value, token.inlineValue === true, command);
    values[name] = spec.multiple ? [...((values[name] as string[] | undefined) ?? []), String(value)] : value;
  }
  const wantsHelp = values.help === true || values.version === true;
  if (command) {
    const rest = words.slice(command.name.split(' ').length);
    if (!wantsHelp) checkArguments(command, rest);
    return { command, group: undefined, args: rest, options: values };
  }
  const [first, second] = words;
  if (first === undefined) return { command: undefined, group: undefined, args: [], options: values };
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length === 0) throw unknownCommand(words.slice(0, 2), commands);
  if (second !== undefined) throw unknownCommand([first, second], group, first);
  if (wantsHelp) return { command: undefined, group: first, args: [], options: values };
  const names = group.map(({ name }) => name.slice(first.length + 1)).join(', ');
  throw new UsageError(show`Say what to do with ${first}: ${names}.`, first);
}

/** An option that may stand alone gets an empty value, where what follows is none. */
function withValue(arg: string, next: string | undefined, known: Record<string, OptionSpec>): string {
  const isAlone = next === undefined || next.startsWith('-');
  return optionNamed(known, arg.slice(2))?.isBare && arg.startsWith('--') && isAlone ? `${arg}=` : arg;
}

function valueOf(
  { type, choices, least, value: called }: OptionSpec,
  rawName: string,
  value: string | undefined,
  isInline: boolean,
  command: Command | undefined,
): string | boolean {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(show`${rawName} takes no value.`, command?.name);
    return true;
  }
  const isOption = !isInline && /^-./.test(value ?? '') && !choices?.includes(value!);
  if (value === undefined || isOption)
    throw new UsageError(
      show`${rawName} needs a value: ${rawName} ${called ?? choices?.[0] ?? 'VALUE'}.`,
      command?.name,
    );
  const isWhole = /^\d{1,15}$/.test(value) && Number(value) >= (least ?? 0);
  if (least !== undefined && !isWhole)
    throw new UsageError(show`${rawName} is a whole number from ${least}, not “${value}”.`, command?.name);
  if (choices && !choices.includes(value)) {
    const meant = nearest(value, choices);
    const instead = meant ? show` Did you mean ${meant}?` : show` It is one of ${choices.join(', ')}.`;
    throw new UsageError(show`${rawName} cannot be “${value}”.${instead}`, command?.name);
  }
  return value;
}

function checkArguments({ name, args = [] }: Command, given: string[]): void {
  const missing = args.find(({ isOptional, isMany }, index) => {
    const own = isMany ? given.slice(index) : given.slice(index, index + 1);
    return (own.length === 0 && !isOptional) || own.some((word) => word.trim() === '');
  });
  if (missing) throw new UsageError(show`${missing.name} is missing: ${missing.description}`, name);
  if (given.length > args.length && !args.at(-1)?.isMany)
    throw new UsageError(show`“${given[args.length]}” is one too many.`, name);
  args.forEach(({ name: called, choices }, index) => {
    const value = given[index];
    if (value === undefined || !choices || choices.includes(value)) return;
    throw new UsageError(show`${called} cannot be “${value}”. It is one of ${choices.join(', ')}.`, name);
  });
}

function unknownCommand(words: string[], commands: readonly Command[], group?: string): UsageError {
  const names = commands.map(({ name }) => name);
  const meant =
    nearest(words.join(' '), names) ?? (group ? undefined : nearest(words[0]!, wordsOf(commands)));
  const instead = meant ? show` Did you mean ${show`waybill ${meant}`.styled('bold')}?` : '';
  const unknown = words.slice(0, group ? 2 : 1).join(' ');
  return new UsageError(show`There is no command “${unknown}”.${instead}`, group);
}

function unknownOption(
  raw: string,
  command: Command | undefined,
  names: string[],
  isElsewhere: boolean,
): UsageError {
  const meant = nearest(raw.replace(/^-+/, ''), names);
  const whose = command ? show`waybill ${command.name} has no ${raw}.` : show`There is no option ${raw}.`;
  const instead = meant ? show` Did you mean --${meant}?` : isElsewhere ? show` Other commands have it.` : '';
  return new UsageError(show`${whose}${instead}`, command?.name);
}
