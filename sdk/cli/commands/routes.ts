import type { Route, RouteStatus, RouteWithStops } from '../../src/index.js';
import { routeStatuses } from '../choices.js';
import { command } from '../command.js';
import { statusOption } from '../filters.js';
import { fields, table, type Column } from '../layout.js';
import { listOptions, printList } from '../lists.js';
import { namesById } from '../references.js';
import { show, shown } from '../shown.js';
import type { Terminal } from '../terminal.js';
import { addressText, routeFields, statusText, timeText } from '../views.js';

const aRoute = { name: 'route', description: 'Its UUID.' } as const;

const routeColumns: readonly Column<Route>[] = [
  { header: 'UUID', value: ({ id }) => id, least: 36 },
  { header: 'Title', value: ({ title }) => title },
  { header: 'Status', value: ({ status }) => statusText(status), least: 9 },
  {
    header: 'Done',
    value: ({ progress }) => `${progress.done + progress.failed}/${progress.stops}`,
    isNumber: true,
    least: 5,
  },
  { header: 'Starts', value: ({ startsAt, startedAt }) => timeText(startedAt ?? startsAt), least: 16 },
];

const stopColumns: readonly Column<RouteWithStops['stops'][number]>[] = [
  { header: 'No', value: ({ route }) => route?.position, isNumber: true, least: 2 },
  { header: 'Code', value: ({ trackingCode }) => trackingCode, least: 11 },
  { header: 'Status', value: ({ status }) => statusText(status), least: 9 },
  { header: 'Expected', value: ({ eta }) => timeText(eta?.estimatedAt).slice(11), least: 5 },
  { header: 'Address', value: addressText, least: 12 },
];

const list = command({
  name: 'routes list',
  summary: 'List routes, newest first',
  options: {
    status: statusOption(routeStatuses),
    ...listOptions,
  },
  examples: [['routes list --status started', 'Those on the way']],
  async run({ options, terminal, connect }) {
    const { waybill } = await connect();
    const status = options.status as RouteStatus[] | undefined;
    await printList(
      terminal,
      options,
      (limit) => waybill.routes.list({ status, limit }),
      routeColumns,
      'routes',
    );
  },
});

function printRoute(terminal: Terminal, route: RouteWithStops): void {
  if (terminal.isJson) return terminal.json(route);
  terminal.out(fields(routeFields(route), terminal.width));
  if (route.stops.length > 0) terminal.out(shown(''), table(stopColumns, route.stops, terminal.width));
}

const get = command({
  name: 'routes get',
  summary: 'Show a route and its stops',
  args: [aRoute],
  examples: [['routes get 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01', 'With what is expected when']],
  async run({ args: [id = ''], terminal, connect }) {
    printRoute(terminal, await (await connect()).waybill.routes.get(id));
  },
});

const create = command({
  name: 'routes create',
  summary: 'Make a route',
  args: [
    { name: 'title', description: 'What it is called.' },
    {
      name: 'stop',
      description: 'Ids, tracking codes or UUIDs of its stops.',
      isOptional: true,
      isMany: true,
    },
  ],
  options: {
    depot: {
      type: 'string',
      field: 'depotId',
      value: 'UUID',
      description: 'Where it starts; the main depot without it.',
    },
    'starts-at': { type: 'string', value: 'TIME', description: 'When it starts: 2026-03-02T08:00:00Z.' },
  },
  examples: [['routes create "Monday, north" NYPL-0001 NYPL-0002', 'With two stops']],
  async run({ args: [title = '', ...named], options, terminal, connect }) {
    const { waybill } = await connect();
    const stopIds = [...(await namesById(waybill, 'stops', named)).keys()];
    const made = await waybill.routes.create({
      title,
      depotId: options.depot,
      startsAt: options['starts-at'],
    });
    if (stopIds.length === 0) return printRoute(terminal, made);
    const filled = await waybill.routes.addStops(made.id, { stopIds }).catch(async (error: unknown) => {
      // Nobody asked for a route without its stops.
      await waybill.routes.delete(made.id).catch(() => undefined);
      throw error;
    });
    printRoute(terminal, filled);
  },
});

const addStops = command({
  name: 'routes add',
  summary: 'Put stops on a route',
  args: [aRoute, { name: 'stop', description: 'Their Ids, tracking codes or UUIDs.', isMany: true }],
  examples: [['routes add 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01 NYPL-0003', 'At its end']],
  async run({ args: [id = '', ...named], terminal, connect }) {
    const { waybill } = await connect();
    const stopIds = [...(await namesById(waybill, 'stops', named)).keys()];
    printRoute(terminal, await waybill.routes.addStops(id, { stopIds }));
  },
});

const actions = [
  ['optimize', 'Put a route’s stops in a good order', 'Before it starts'],
  ['start', 'Send a route out', 'Its stops get their times'],
  ['complete', 'End a route', 'Once each of its stops was attempted'],
] as const;

const actionCommands = actions.map(([action, summary, what]) =>
  command({
    name: `routes ${action}`,
    summary,
    args: [aRoute],
    examples: [[`routes ${action} 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01`, what]],
    async run({ args: [id = ''], terminal, connect }) {
      printRoute(terminal, await (await connect()).waybill.routes[action](id));
    },
  }),
);

const driverLink = command({
  name: 'routes driver-link',
  summary: 'Make the link to a route’s run sheet',
  details: [
    'Whoever has the link sees the route and may record its deliveries, until it ends: give it to the driver alone.',
  ],
  args: [aRoute],
  examples: [['routes driver-link 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01', 'To send to the driver']],
  async run({ args: [id = ''], terminal, connect }) {
    const link = await (await connect()).waybill.routes.createDriverLink(id);
    if (terminal.isJson) return terminal.json(link);
    terminal.out(shown(link.url));
    terminal.note(show`Good until ${timeText(link.expiresAt)}.`.styled('dim'));
  },
});

export const routeCommands = [list, get, create, addStops, ...actionCommands, driverLink];
