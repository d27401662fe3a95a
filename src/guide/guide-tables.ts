import { STATUS_CODES } from 'node:http';
import type { Registry } from 'prom-client';
import { permissionsTable } from '../auth/access/permissions-table.js';
import { markdownTable } from '../common/markdown-table.js';
import { problemCatalogue, type ProblemCode } from '../common/problems/problems.js';
import { registry } from '../metrics/measures.js';
import { StoredMetrics } from '../metrics/serving/stored-metrics.js';
import { feedEventMeanings, feedEventTypes } from '../modules/events/feed-events.js';
import {
  deliveryStateMeanings,
  deliveryStates,
  orderStatuses,
  orderStatusMeanings,
  orderTransitions,
  orderViews,
  type OrderAction,
  type OrderStatus,
} from '../modules/orders/order-status.js';
import { CATALOGUE, type FieldName } from '../order-fields/catalogue.js';
import type { FieldInfo } from '../order-fields/field-definition.js';
import { problemSection } from './problem-pages.js';

const code = (text: string) => `\`${text}\``;
const codes = (texts: readonly string[]) => texts.map(code).join(' ');

/** Who does it, and by which call. */
const actions: Record<OrderAction, [who: string, call: string]> = {
  submit: ['The client hands it over', 'POST /v1/orders/submit'],
  withdraw: ['The client takes it back', 'POST /v1/orders/withdraw'],
  return: ['A dispatcher gives it back, with a reason', 'POST /v1/stops/{id}/return'],
  assign: ['A dispatcher puts it on a route', 'POST /v1/routes/{id}/stops'],
  unassign: ['A dispatcher takes it off its route', 'DELETE /v1/routes/{id}/stops/{stopId}'],
  start: ['The route starts', 'POST /v1/routes/{id}/start'],
  attempt: ['The driver was there', 'POST /v1/stops/{id}/attempts'],
  reschedule: ['A dispatcher has it tried again', 'POST /v1/stops/{id}/reschedule'],
};

function statesTable(): string {
  const viewOf = (status: OrderStatus) =>
    Object.entries(orderViews).find(([, states]) => (states as readonly string[]).includes(status))![0];
  return markdownTable(
    ['State', 'Meaning', 'View'],
    orderStatuses.map((status) => [code(status), orderStatusMeanings[status], code(viewOf(status))]),
  );
}

function transitionsTable(): string {
  const rows = (Object.keys(orderTransitions) as OrderAction[]).map((action) => {
    const { from, to } = orderTransitions[action];
    const [who, call] = actions[action];
    return [who, codes(from), codes(to), code(call)];
  });
  return markdownTable(['What happens', 'From', 'To', 'Call'], rows);
}

const attemptsTable = () =>
  markdownTable(
    ['`delivery.state`', 'Meaning'],
    deliveryStates.map((state) => [code(state), deliveryStateMeanings[state]]),
  );

/** How many other names of a column the glossary tells. */
const synonymsTold = 6;

function columnsTable(): string {
  const fields = Object.entries(CATALOGUE) as [FieldName, { info: FieldInfo }][];
  const rows = fields.map(([name, { info }]) => [
    `**${info.header}**${info.mandatory ? ' (always)' : ''}${info.audience === 'dispatcher' ? ' (dispatchers)' : ''} ${code(name)}`,
    // How it is written need not be told twice.
    `${info.format === null ? info.description : /^[^,;:]+/.exec(info.description)![0]}.`,
    info.format?.replaceAll('\\', '\\\\') ?? 'Text',
    code(info.example),
    info.synonyms.slice(0, synonymsTold).join(', '),
  ]);
  return markdownTable(
    ['Column and field', 'What it is', 'How it is written', 'Example', 'Also called'],
    rows,
  );
}

function errorSections(): string {
  const all = Object.keys(problemCatalogue) as ProblemCode[];
  const byStatus = Map.groupBy(all, (one) => problemCatalogue[one].status);
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, group]) =>
      [`## ${status} ${STATUS_CODES[status]}`, ...group.map((one) => problemSection(one, 3))].join('\n\n'),
    )
    .join('\n\n');
}

const eventTypesTable = () =>
  markdownTable(
    ['Type', 'What happened'],
    feedEventTypes.map((type) => [code(type), feedEventMeanings[type]]),
  );

/** Asked for their names alone, so they need no database. */
const stored = () => new StoredMetrics(undefined as never, undefined as never).registry;

function metricsTable(): string {
  const all = [registry, stored()].flatMap((one: Registry) => one.getMetricsAsArray());
  const told = all as unknown as { name: string; help: string }[];
  return markdownTable(
    ['Metric', 'What it says'],
    told.map(({ name, help }) => [code(name), help]),
  );
}

/** What stands between `<!-- name -->` and `<!-- /name -->` in the guide, made from the code that it tells about. */
export const guideTables: Readonly<Record<string, () => string>> = {
  permissions: permissionsTable,
  states: statesTable,
  transitions: transitionsTable,
  attempts: attemptsTable,
  columns: columnsTable,
  errors: errorSections,
  events: eventTypesTable,
  metrics: metricsTable,
};
