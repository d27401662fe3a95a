import { basename } from 'node:path';
import type { OrderImport, UploadOptions } from '../../src/index.js';
import { command } from '../command.js';
import { UsageError } from '../failures.js';
import { importEnd, importEndOptions, kindOf } from '../import-end.js';
import { Progress } from '../progress.js';
import { marks, show } from '../shown.js';

const send = command({
  name: 'import',
  summary: 'Send a spreadsheet of orders or stops',
  details: [
    'The file is a .csv, .tsv or .xlsx; - reads it from standard input, with --name. Clients import orders, which are drafts at first; dispatchers import stops.',
    'Ctrl-C while it waits ends the waiting, not the import.',
  ],
  args: [{ name: 'file', description: 'The spreadsheet.', isFile: true }],
  options: {
    wait: {
      type: 'boolean',
      short: 'w',
      description: 'Wait until it is read, and list what is wrong in it.',
    },
    'dry-run': { type: 'boolean', description: 'Check only; nothing is kept.' },
    mode: {
      type: 'string',
      choices: ['skip_invalid', 'all_or_nothing'],
      description: 'What happens to good rows beside bad ones; skip_invalid takes them.',
    },
    duplicates: {
      type: 'string',
      choices: ['reject', 'skip', 'update'],
      description: 'What happens to rows whose Id is there already; reject makes them errors.',
    },
    mapping: {
      type: 'string',
      value: 'JSON',
      description: 'Headers and the field of each: {"Wohin": "address.addressLineOne"}.',
    },
    sheet: { type: 'string', value: 'NAME', description: 'The sheet of a workbook, by name or number.' },
    name: {
      type: 'string',
      value: 'NAME',
      description: 'What the file is called, where it is standard input.',
    },
    ...importEndOptions,
  },
  examples: [
    ['import orders.csv --wait', 'Sends it and shows what is wrong in it'],
    ['import orders.xlsx --dry-run --wait --json', 'Checks it only, for a program'],
    [
      'import stops.csv --kind stops --wait --rejected left-out.csv',
      'A dispatcher’s, with the rows that were left out',
    ],
  ],
  async run({ args: [path = ''], options, terminal, connect, signal }) {
    const connection = await connect();
    const name = path === '-' ? options.name : (options.name ?? basename(path));
    if (!name) throw new UsageError(show`Name the file: --name orders.csv.`);
    const upload: UploadOptions = {
      kind: kindOf(options.kind, connection),
      name,
      dryRun: options['dry-run'],
      mode: options.mode as UploadOptions['mode'],
      duplicates: options.duplicates as UploadOptions['duplicates'],
      sheet: options.sheet,
      mapping: mappingOf(options.mapping),
    };
    const progress = new Progress(terminal);
    const source = path === '-' ? terminal.input(signal) : path;
    const onUploadProgress = ({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }) =>
      progress.update('Sending', Math.ceil(sentBytes / 1024), Math.ceil(totalBytes / 1024), 'kB');
    let started: OrderImport;
    try {
      started = await connection.waybill.imports.create(source, upload, { onUploadProgress });
    } finally {
      progress.clear();
    }
    if (options.wait) return importEnd(started.id, { terminal, signal, connection, options });
    if (terminal.isJson) return terminal.json(started);
    terminal.say(show`${marks.good} ${name} is taken; waybill imports wait ${started.id} waits for its end.`);
  },
});

function mappingOf(text: string | undefined): UploadOptions['mapping'] {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as UploadOptions['mapping'];
  } catch {
    // Told below.
  }
  throw new UsageError(show`--mapping is JSON of headers and fields: '{"Wohin": "address.addressLineOne"}'.`);
}

const wait = command({
  name: 'imports wait',
  summary: 'Wait for an import, and list what is wrong in it',
  details: [
    'For imports that were sent without --wait, or waited for until Ctrl-C; also once they have ended.',
  ],
  args: [{ name: 'import', description: 'Its UUID.' }],
  options: importEndOptions,
  examples: [
    ['imports wait 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01', 'What came of it'],
    [
      'imports wait 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01 --rejected left-out.csv',
      'The rows that were left out',
    ],
  ],
  async run({ args: [id = ''], options, terminal, connect, signal }) {
    const connection = await connect();
    return importEnd(id, { terminal, signal, connection, options });
  },
});

export const importCommands = [send, wait];
