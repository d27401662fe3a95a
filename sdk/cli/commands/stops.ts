import type { ListStopsQuery, Stop } from '../../src/index.js';
import { stopStatuses } from '../choices.js';
import { command } from '../command.js';
import { exportOptions, save } from '../exports.js';
import { UsageError } from '../failures.js';
import { searchOptions, statusOption, type SearchFilters } from '../filters.js';
import { fields } from '../layout.js';
import { listOptions, printList } from '../lists.js';
import { idOf } from '../references.js';
import { marks, show } from '../shown.js';
import { orderColumns, orderFields, statusText } from '../views.js';

const filters = {
  status: statusOption(stopStatuses),
  assigned: { type: 'boolean', description: 'Only those on a route.' },
  unassigned: { type: 'boolean', description: 'Only those on no route.' },
  client: {
    type: 'string',
    field: 'clientCode',
    value: 'CODE',
    description: 'Only those of the client with this Client ID.',
  },
  route: { type: 'string', field: 'routeId', value: 'UUID', description: 'Only those of this route.' },
  ...searchOptions,
} as const;

interface Filters extends SearchFilters {
  assigned?: boolean;
  unassigned?: boolean;
  client?: string;
  route?: string;
}

function queryOf({ status, assigned, unassigned, q, client, route, sort }: Filters): ListStopsQuery {
  if (assigned && unassigned) throw new UsageError(show`Give --assigned or --unassigned, not both.`);
  const onRoute = assigned ? true : unassigned ? false : undefined;
  return { status, assigned: onRoute, q, clientCode: client, routeId: route, sort } as ListStopsQuery;
}

const aStop = { name: 'stop', description: 'Its Id, tracking code or UUID.' } as const;

const list = command({
  name: 'stops list',
  summary: 'List a dispatcher’s stops, newest first',
  options: { ...filters, ...listOptions },
  examples: [
    ['stops list --unassigned --sort requestedDate', 'What waits for a route, the first wanted first'],
  ],
  async run({ options, terminal, connect }) {
    const query = queryOf(options);
    const { waybill } = await connect();
    await printList<Stop>(
      terminal,
      options,
      (limit) => waybill.stops.list({ ...query, limit }),
      orderColumns,
      'stops',
    );
  },
});

const get = command({
  name: 'stops get',
  summary: 'Show one stop',
  args: [aStop],
  examples: [['stops get G7K2M-9QX4T', 'By what stands on its label']],
  async run({ args: [named = ''], terminal, connect }) {
    const { waybill } = await connect();
    const stop = await waybill.stops.get(await idOf(waybill, 'stops', named));
    if (terminal.isJson) return terminal.json(stop);
    terminal.out(fields([...orderFields(stop), ['Internal notes', stop.internalNotes]], terminal.width));
  },
});

const exported = command({
  name: 'stops export',
  summary: 'Save stops as csv, xlsx or ndjson',
  options: { ...exportOptions, ...filters },
  examples: [['stops export --status delivered --format ndjson', 'One JSON object a line']],
  async run({ options, terminal, connect }) {
    const query = queryOf(options);
    const { waybill } = await connect();
    await save(terminal, options, (format) => waybill.stops.export({ ...query, format }));
  },
});

const reschedule = command({
  name: 'stops reschedule',
  summary: 'Let a failed stop wait for another route',
  args: [aStop],
  examples: [['stops reschedule NYPL-0001', 'Another try']],
  async run({ args: [named = ''], terminal, connect }) {
    const { waybill } = await connect();
    const stop = await waybill.stops.reschedule(await idOf(waybill, 'stops', named));
    if (terminal.isJson) return terminal.json(stop);
    terminal.say(show`${marks.good} ${stop.trackingCode} is ${statusText(stop.status)} again.`);
  },
});

const giveBack = command({
  name: 'stops return',
  summary: 'Give a stop back to its client, as a draft',
  args: [aStop],
  options: { reason: { type: 'string', value: 'TEXT', description: 'Why; the client reads it.' } },
  examples: [['stops return NYPL-0001 --reason "Outside of our area"', 'The client may correct it']],
  async run({ args: [named = ''], options: { reason }, terminal, connect }) {
    if (!reason) throw new UsageError(show`Say why: --reason TEXT. The client reads it.`);
    const { waybill } = await connect();
    const id = await idOf(waybill, 'stops', named);
    await waybill.stops.return(id, { reason });
    if (terminal.isJson) return terminal.json({ id, returned: true });
    terminal.say(show`${marks.good} Its client has it back.`);
  },
});

export const stopCommands = [list, get, exported, reschedule, giveBack];
