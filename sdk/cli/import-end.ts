import {
  isWaybillError,
  type ImportError,
  type ImportKind,
  type ImportStatus,
  type OrderImport,
} from '../src/index.js';
import type { Context, Values } from './command.js';
import { patientTries, type Connection } from './connection.js';
import { exits, type Exit } from './exits.js';
import { table, type Column } from './layout.js';
import { Progress } from './progress.js';
import { marks, show, shown } from './shown.js';
import type { Terminal } from './terminal.js';

/** Options of whatever waits for the end of an import. */
export const importEndOptions = {
  kind: {
    type: 'string',
    choices: ['orders', 'stops'],
    description: 'Whose spreadsheet it is; as you are signed in, without it.',
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
} as const;

export function kindOf(given: string | undefined, { membership }: Connection): ImportKind {
  if (given === 'orders' || given === 'stops') return given;
  return membership?.side === 'organization' ? 'stops' : 'orders';
}

const ends: Partial<Record<ImportStatus, Exit>> = {
  completed: exits.good,
  completed_with_warnings: exits.good,
  completed_with_errors: exits.partly,
};

interface Waiting extends Pick<Context, 'terminal' | 'signal'> {
  connection: Connection;
  options: Values<typeof importEndOptions>;
}

/** Waits for the end of an import, and tells what came of it. */
export async function importEnd(id: string, waiting: Waiting): Promise<Exit> {
  const { terminal, connection, options } = waiting;
  const { rejected } = options;
  const kind = kindOf(options.kind, connection);
  const most = Number(options.errors ?? 20);
  const done = await ended(id, kind, waiting);
  const { waybill } = connection;
  const calls = kind === 'stops' ? waybill.stopImports : waybill.orderImports;
  const hasErrors = done.rowsRejected > 0 || done.status !== 'completed';
  const errors = hasErrors && most > 0 ? await calls.listErrors(id).toArray(most + 1) : [];
  if (rejected !== undefined && done.rowsRejected > 0) await calls.downloadRejectedRows(id).toFile(rejected);
  if (terminal.isJson) terminal.json({ ...done, errors: errors.slice(0, most) });
  else tell(terminal, done, errors, most, rejected);
  return ends[done.status] ?? exits.failed;
}

async function ended(
  id: string,
  kind: ImportKind,
  { terminal, connection, signal }: Waiting,
): Promise<OrderImport> {
  const progress = new Progress(terminal);
  const onProgress = ({ status, rowsProcessed, rowsTotal }: OrderImport) =>
    status === 'running' && progress.update('Reading', rowsProcessed, rowsTotal, 'rows');
  const { imports } = connection.waybill.withOptions({ maxRetries: patientTries });
  try {
    return await imports.wait(id, { kind, signal, onProgress });
  } catch (error) {
    progress.clear();
    const isAnswer = isWaybillError(error) && error.status >= 400 && error.status < 500;
    if (!isAnswer) terminal.note(show`The import goes on; waybill imports wait ${id} waits for its end.`);
    throw error;
  } finally {
    progress.clear();
  }
}

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

function tell(
  terminal: Terminal,
  done: OrderImport,
  errors: ImportError[],
  most: number,
  rejected: string | undefined,
): void {
  const mark = done.status === 'completed' ? marks.good : done.status === 'failed' ? marks.bad : marks.partly;
  const count = (value: number) => value.toLocaleString('en-US');
  terminal.say(show`${mark} ${done.message ?? done.status}`);
  const would = done.dryRun ? 'would be imported' : 'imported';
  const parts = [
    `${count(done.rowsProcessed)} rows: ${count(done.rowsImported)} ${would}`,
    done.rowsRejected > 0 && `${count(done.rowsRejected)} left out`,
    done.rowsSkipped > 0 && `${count(done.rowsSkipped)} there already`,
  ];
  if (done.rowsProcessed > 0) terminal.say(shown(`  ${parts.filter(Boolean).join(', ')}.`));
  if (errors.length > 0) terminal.out(shown(''), table(errorColumns, errors.slice(0, most), terminal.width));
  if (errors.length > most && most > 0)
    terminal.note(show`These are the first ${most}; --errors lists more.`.styled('dim'));
  if (done.rowsRejected === 0) return;
  terminal.note(
    rejected === undefined
      ? show`waybill imports wait ${done.id} --rejected FILE saves the rows left out.`.styled('dim')
      : show`The rows left out are in ${rejected}.`,
  );
}
