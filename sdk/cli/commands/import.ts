import { basename } from 'node:path';
import {
  type ImportError,
  type ImportStatus,
  type OrderImport,
  type UploadOptions,
} from '../../src/index.js';
import { command } from '../command.js';
import { exits, type Exit } from '../exits.js';
import { UsageError } from '../failures.js';
import { table, type Column } from '../layout.js';
import { Progress } from '../progress.js';
import { marks, show, shown } from '../shown.js';
import type { Terminal } from '../terminal.js';

const ends: Partial<Record<ImportStatus, Exit>> = {
  completed: exits.good,
  completed_with_warnings: exits.good,
  completed_with_errors: exits.partly,
};

const errorColumns: readonly Column<ImportError>[] = [
  { header: 'Row', value: ({ row }) => row, isNumber: true, least: 5 },
  { header: 'Column', value: ({ column }) => column ?? '', wraps: true },
  {
    header: 'What is wrong',
    value: ({ severity, detail }) =>
      severity === 'warning' ? show`${show`Only a warning:`.styled('yellow')} ${detail}` : detail,
    wraps: true,
    least: 16,
  },
  { header: 'In the cell', value: ({ value }) => value, least: 8 },
  { header: 'Likely meant', value: ({ fix }) => fix?.value, least: 8 },
];

export const importSpreadsheet = command({
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
    kind: {
      type: 'string',
      choices: ['orders', 'stops'],
      description: 'Whose spreadsheet it is; as you are signed in, without it.',
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
    errors: {
      type: 'string',
      value: 'N',
      least: 0,
      description: 'So many errors are listed; 20 without it.',
    },
    rejected: {
      type: 'string',
      value: 'FILE',
      isFile: true,
      description: 'Save the rows that were left out, with what is wrong, to mend and import them.',
    },
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
    const { waybill, membership } = await connect();
    const kind = kindOf(options.kind, membership?.side);
    const most = Number(options.errors ?? 20);
    const name = path === '-' ? options.name : (options.name ?? basename(path));
    if (!name) throw new UsageError(show`Name the file: --name orders.csv.`, 'import');
    const upload: UploadOptions = {
      kind,
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
      started = await waybill.imports.create(source as Parameters<typeof waybill.imports.create>[0], upload, {
        onUploadProgress,
      });
    } finally {
      progress.clear();
    }
    if (!options.wait) {
      if (terminal.isJson) return terminal.json(started);
      return terminal.say(
        show`${marks.good} ${name} is taken, as import ${started.id}. --wait waits for its end.`,
      );
    }
    const onProgress = ({ status, rowsProcessed, rowsTotal }: OrderImport) =>
      status === 'running' && progress.update('Reading', rowsProcessed, rowsTotal, 'rows');
    const done = await waybill.imports
      .wait(started.id, { kind, signal, onProgress })
      .catch((error: unknown) => {
        progress.clear();
        if (signal.aborted) terminal.note(show`The import ${started.id} goes on.`);
        throw error;
      });
    progress.clear();
    const calls = kind === 'stops' ? waybill.stopImports : waybill.orderImports;
    const hasErrors = done.rowsRejected > 0 || done.status !== 'completed';
    const errors = hasErrors && most > 0 ? await calls.listErrors(done.id).toArray(most + 1) : [];
    if (options.rejected !== undefined && done.rowsRejected > 0)
      await calls.downloadRejectedRows(done.id).toFile(options.rejected);
    if (terminal.isJson) terminal.json({ ...done, errors: errors.slice(0, most) });
    else tell(terminal, done, errors, most, options.rejected);
    return ends[done.status] ?? exits.failed;
  },
});

function kindOf(given: string | undefined, side: string | undefined): 'orders' | 'stops' {
  if (given === 'orders' || given === 'stops') return given;
  return side === 'organization' ? 'stops' : 'orders';
}

function mappingOf(text: string | undefined): UploadOptions['mapping'] {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as UploadOptions['mapping'];
  } catch {
    // Told below.
  }
  throw new UsageError(
    show`--mapping is JSON of headers and fields: '{"Wohin": "address.addressLineOne"}'.`,
    'import',
  );
}

function tell(
  terminal: Terminal,
  done: OrderImport,
  errors: ImportError[],
  most: number,
  rejected?: string,
): void {
  const isGood = done.status === 'completed';
  const sign = isGood ? marks.good : done.status === 'failed' ? marks.bad : marks.partly;
  const count = (value: number) => value.toLocaleString('en-US');
  terminal.say(show`${sign} ${done.message ?? done.status}`);
  const would = done.dryRun ? 'would be imported' : 'imported';
  const parts = [
    `${count(done.rowsProcessed)} rows: ${count(done.rowsImported)} ${would}`,
    done.rowsRejected > 0 && `${count(done.rowsRejected)} left out`,
    done.rowsSkipped > 0 && `${count(done.rowsSkipped)} there already`,
  ];
  if (done.rowsProcessed > 0) terminal.say(shown(`  ${parts.filter(Boolean).join(', ')}.`));
  if (errors.length > 0) terminal.out(shown(''), table(errorColumns, errors.slice(0, most), terminal.width));
  if (errors.length > most)
    terminal.note(show`These are the first ${most}; --errors lists more.`.styled('dim'));
  if (rejected !== undefined && done.rowsRejected > 0)
    terminal.note(show`The rows left out are in ${rejected}.`);
}
