import type { BulkFailure, BulkResult, ListOrdersQuery } from '../../src/index.js';
import { orderStatuses } from '../choices.js';
import { command } from '../command.js';
import { exits, type Exit } from '../exits.js';
import { exportOptions, save } from '../exports.js';
import { UsageError } from '../failures.js';
import { searchOptions, statusOption, type SearchFilters } from '../filters.js';
import { fields, table, type Column } from '../layout.js';
import { listOptions, printList } from '../lists.js';
import { idOf, namesById } from '../references.js';
import { marks, show } from '../shown.js';
import type { Terminal } from '../terminal.js';
import { orderColumns, orderFields } from '../views.js';

const filters = {
  status: statusOption(orderStatuses),
  view: {
    type: 'string',
    choices: ['drafts', 'active', 'completed'],
    description: 'Only those at this stage.',
  },
  import: { type: 'string', field: 'importId', value: 'UUID', description: 'Only those of this import.' },
  ...searchOptions,
} as const;

interface Filters extends SearchFilters {
  view?: string;
  import?: string;
}

const queryOf = ({ status, view, q, import: importId, sort }: Filters): ListOrdersQuery =>
  ({ status, view, q, importId, sort }) as ListOrdersQuery;

const anOrder = { name: 'order', description: 'Its Id, tracking code or UUID.' } as const;
const orders = {
  name: 'order',
  description: 'Their Ids, tracking codes or UUIDs.',
  isOptional: true,
  isMany: true,
} as const;

const list = command({
  name: 'orders list',
  summary: 'List a client’s orders, newest first',
  options: { ...filters, ...listOptions },
  examples: [
    ['orders list --view drafts', 'What is not submitted yet'],
    ['orders list -q "5th ave" --json', 'Found by words, for a program'],
  ],
  async run({ options, terminal, connect }) {
    const { waybill } = await connect();
    await printList(
      terminal,
      options,
      (limit) => waybill.orders.list({ ...queryOf(options), limit }),
      orderColumns,
      'orders',
    );
  },
});

const get = command({
  name: 'orders get',
  summary: 'Show one order',
  args: [anOrder],
  examples: [['orders get NYPL-0001', 'By its own Id']],
  async run({ args: [named = ''], terminal, connect }) {
    const { waybill } = await connect();
    const order = await waybill.orders.get(await idOf(waybill, 'orders', named));
    if (terminal.isJson) terminal.json(order);
    else terminal.out(fields(orderFields(order), terminal.width));
  },
});

const submit = command({
  name: 'orders submit',
  summary: 'Hand drafts over to the delivery company',
  args: [orders],
  options: {
    all: { type: 'boolean', description: 'Every draft you have.' },
    import: { type: 'string', field: 'importId', value: 'UUID', description: 'Every draft of this import.' },
  },
  examples: [
    ['orders submit NYPL-0001 NYPL-0002', 'Two of them'],
    ['orders submit --all', 'All drafts'],
  ],
  async run({ args, options, terminal, connect }) {
    const ways = [args.length > 0, options.all === true, options.import !== undefined].filter(Boolean);
    if (ways.length !== 1) throw new UsageError(show`Name orders, or give one of --all and --import.`);
    const { waybill } = await connect();
    const names = await namesById(waybill, 'orders', args);
    const selected = options.import !== undefined ? { importId: options.import } : { all: true };
    const body = args.length > 0 ? { ids: [...names.keys()] } : selected;
    return told(terminal, await waybill.orders.submit(body), names, 'submitted');
  },
});

const withdraw = command({
  name: 'orders withdraw',
  summary: 'Take submitted orders back, while they are on no route',
  args: [{ ...orders, isOptional: undefined }],
  examples: [['orders withdraw NYPL-0001', 'It is a draft again']],
  async run({ args, terminal, connect }) {
    const { waybill } = await connect();
    const names = await namesById(waybill, 'orders', args);
    return told(terminal, await waybill.orders.withdraw({ ids: [...names.keys()] }), names, 'withdrawn');
  },
});

/** Orders are told by the names they were given. */
const failureColumns = (names: ReadonlyMap<string, string>): readonly Column<BulkFailure>[] => [
  { header: 'Order', value: ({ id }) => names.get(id) ?? id, least: 36 },
  { header: 'Why not', value: ({ detail }) => detail, wraps: true, least: 20 },
];

function told(
  terminal: Terminal,
  result: BulkResult,
  names: ReadonlyMap<string, string>,
  what: string,
): Exit {
  const { succeededCount, failedCount, failed } = result;
  const exit = failedCount === 0 ? exits.good : succeededCount === 0 ? exits.failed : exits.partly;
  if (terminal.isJson) terminal.json(result);
  else {
    const sign = failedCount === 0 ? marks.good : marks.partly;
    const rest = failedCount > 0 ? show`, ${failedCount} left as they were` : '';
    terminal.say(show`${sign} ${succeededCount} ${what}${rest}.`);
    if (failed.length > 0) terminal.out(show``, table(failureColumns(names), failed, terminal.width));
  }
  return exit;
}

const exported = command({
  name: 'orders export',
  summary: 'Save orders as csv, xlsx or ndjson',
  options: { ...exportOptions, ...filters },
  examples: [
    ['orders export --view active -o orders.xlsx --format xlsx', 'A workbook'],
    ['orders export | head', 'The first lines'],
  ],
  async run({ options, terminal, connect }) {
    const { waybill } = await connect();
    const query = queryOf(options);
    await save(terminal, options, (format) => waybill.orders.export({ ...query, format }));
  },
});

export const orderCommands = [list, get, submit, withdraw, exported];
