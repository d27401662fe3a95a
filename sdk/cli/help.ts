import { commonOptions, type ArgumentSpec, type Command, type OptionSpec } from './command.js';
import { fields, wrap } from './layout.js';
import { show, shown, type Shown } from './shown.js';

/** How people read it best, however wide the terminal is. */
const widest = 100;

const heading = (text: string) => shown(text).styled('bold');
const indent = (lines: Shown[]) => lines.map((line) => show`  ${line}`);

const nameOf = ({ name, isMany, isOptional }: ArgumentSpec) => {
  const text = `<${name}>${isMany ? '…' : ''}`;
  return isOptional ? `[${text}]` : text;
};

/** `waybill orders get <order> [options]` */
function usageOf({ name, args = [], options = {} }: Command): string {
  const rest = Object.keys(options).length > 0 ? ['[options]'] : [];
  return ['waybill', name, ...args.map(nameOf), ...rest].join(' ');
}

function optionText([name, { short, type, value, choices, isBare }]: [string, OptionSpec]): string {
  const called = value ?? (choices ? choices.join('|') : 'VALUE');
  const text = called.length > 16 ? name.toUpperCase() : called;
  return `${short ? `-${short}, ` : ''}--${name}${type === 'boolean' ? '' : isBare ? ` [${text}]` : ` ${text}`}`;
}

function optionRows(options: Readonly<Record<string, OptionSpec>>): [string, string][] {
  return Object.entries(options).map(([name, spec]) => {
    const isListed = spec.choices && optionText([name, spec]).includes(spec.choices.join('|'));
    const choices = spec.choices && !isListed ? ` One of ${spec.choices.join(', ')}.` : '';
    return [
      optionText([name, spec]),
      `${spec.description}${choices}${spec.multiple ? ' May be repeated.' : ''}`,
    ];
  });
}

/** What one command does, takes and is good for. */
export function helpOn(command: Command, columns: number): Shown[] {
  const width = Math.min(columns, widest);
  const room = width - 2;
  const paragraph = (text: string) => wrap(text, width).map(shown);
  const { summary, details = [], args = [], options = {}, examples } = command;
  return [
    ...paragraph(`${summary}.`),
    ...details.flatMap((text) => [shown(''), ...paragraph(text)]),
    shown(''),
    heading('Usage'),
    ...indent(wrap(usageOf(command), room).map(shown)),
    ...section(
      'Arguments',
      fields(
        args.map((arg) => [nameOf(arg), arg.description]),
        room,
      ),
    ),
    ...section('Options', entries(optionRows(options), room)),
    ...section('Options of all commands', entries(optionRows(commonOptions), room)),
    ...section(
      'Examples',
      examples.flatMap(([line, what]) => [
        ...wrap(`# ${what}`, room).map((text) => shown(text).styled('dim')),
        show`waybill ${line}`,
      ]),
    ),
  ];
}

function section(name: string, lines: Shown[]): Shown[] {
  return lines.length > 0 ? [shown(''), heading(name), ...indent(lines)] : [];
}

/** Names with what they are behind them, or below where there is little room. */
function entries(rows: readonly (readonly [string, string])[], room: number): Shown[] {
  const longest = Math.max(...rows.map(([name]) => name.length));
  if (room - longest >= 30) return fields(rows, room);
  return rows.flatMap(([name, text]) => [
    shown(name),
    ...wrap(text, room - 4).map((line) => show`    ${line}`.styled('dim')),
  ]);
}

const exitTexts: readonly (readonly [string, string])[] = [
  ['0', 'It went well.'],
  ['1', 'It failed; the error says why.'],
  ['2', 'It was not typed right; nothing was done.'],
  ['3', 'It was done in part: an import left rows out, some of the orders stayed as they were.'],
  ['130', 'It was interrupted; what has no end ends with 0.'],
];
const variables: readonly (readonly [string, string])[] = [
  ['WAYBILL_URL', 'Where Waybill is.'],
  ['WAYBILL_API_KEY', 'An API key, which goes before the sign-in that is kept.'],
  ['NO_COLOR, FORCE_COLOR', 'No colours, or colours also where nobody looks.'],
  ['XDG_CONFIG_HOME', 'The folder of waybill/credentials.json; ~/.config without it.'],
];

/** All commands, or those of a group. */
export function overview(commands: readonly Command[], columns: number): Shown[] {
  const width = Math.min(columns, widest);
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    ...wrap('Waybill from the command line: spreadsheets in, orders, routes, and what happens.', width).map(
      shown,
    ),
    shown(''),
    heading('Usage'),
    ...indent([shown('waybill <command> [options]')]),
    ...section('Commands', entries(rows, width - 2)),
    ...section('Options of all commands', entries(optionRows(commonOptions), width - 2)),
    ...section('Environment', entries(variables, width - 2)),
    ...section('Exit status', fields(exitTexts, width - 2)),
    shown(''),
    ...wrap('waybill help <command> says more, with examples.', width).map(shown),
  ];
}

/** The table of commands for the README. */
export function markdown(commands: readonly Command[]): string {
  const escaped = (text: string) => text.replaceAll('|', '\\|');
  const rows = commands.map((one) => [
    `\`${escaped(usageOf(one).replace(' [options]', ''))}\``,
    escaped(one.summary),
  ]);
  const all = [['Command', 'What it does'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[], filler = ' ') =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index]!, filler)).join(' | ')} |`;
  return [line(all[0]!), line(['', ''], '-'), ...rows.map((row) => line(row))].join('\n');
}
