import type { Event, EventType } from '../../src/index.js';
import { eventTypes } from '../choices.js';
import { command } from '../command.js';
import { UsageError } from '../failures.js';
import { follow } from '../following.js';
import { cut } from '../layout.js';
import { listOptions } from '../lists.js';
import { show, visible, type Shown } from '../shown.js';
import { clockText, timeText } from '../views.js';

/** What is worth a word of what an event carries. */
function detailOf(event: Event): string {
  const data = event.data as Partial<Record<string, unknown>>;
  const { routeTitle, position, state, status, reason, fields, rowsProcessed, rowsTotal, shop } = data;
  const words = [
    routeTitle !== undefined && `${visible(routeTitle)}, stop ${visible(position)}`,
    state,
    rowsProcessed === undefined
      ? status
      : `${visible(status)}, ${visible(rowsProcessed)} of ${visible(rowsTotal ?? '?')} rows`,
    Array.isArray(fields) && fields.join(', '),
    shop,
    reason,
  ];
  return words.filter(Boolean).map(visible).join(', ');
}

const longestType = Math.max(...eventTypes.map(({ length }) => length).filter((length) => length < 24));

/** One event as a line; what does not fit is left out from its end. */
export function eventLine(event: Event, width: number, isToday: boolean): Shown {
  const time = isToday ? clockText(new Date(event.createdAt)) : timeText(event.createdAt);
  const type = event.type.padEnd(width < 70 ? 0 : longestType);
  const about = event.orderId ?? (event.data as { importId?: string }).importId ?? event.clientId ?? '';
  // The end of an id tells them apart: the beginning is the time.
  const id = width < 60 ? about.slice(-4) : width < 110 ? about.slice(-12) : about;
  const text = cut(`${type}  ${[id, detailOf(event)].filter(Boolean).join('  ')}`, width - time.length - 2);
  const rest = text.slice(event.type.length);
  return show`${show`${time}`.styled('dim')}  ${show`${text.slice(0, event.type.length)}`.styled('bold')}${rest}`;
}

export const events = command({
  name: 'events',
  summary: 'List what happened, or follow what happens',
  details: [
    'With --follow it goes on until Ctrl-C, also where the connection is cut; --after goes on from where it was.',
  ],
  options: {
    follow: { type: 'boolean', short: 'f', description: 'Go on as things happen.' },
    type: { type: 'string', short: 't', multiple: true, choices: eventTypes, description: 'Only these.' },
    order: { type: 'string', field: 'orderId', value: 'UUID', description: 'Only those of this order.' },
    after: { type: 'string', value: 'UUID', description: 'Begin after this event.' },
    ...listOptions,
  },
  examples: [
    ['events --follow', 'As it happens'],
    ['events --follow --json --type order.delivered', 'One JSON object a line, for a program'],
  ],
  isEndless: ({ follow }) => follow === true,
  async run({ options, terminal, connect, signal }) {
    if (options.follow && (options.limit !== undefined || options.all))
      throw new UsageError(show`--follow has no end: leave --limit and --all away.`);
    const most = options.all ? Infinity : Number(options.limit ?? 50);
    const { waybill } = await connect();
    const query = {
      types: options.type as EventType[] | undefined,
      orderId: options.order,
      after: options.after,
    };
    const print = (event: Event) => {
      if (terminal.isJson) terminal.json(event, true);
      else terminal.out(eventLine(event, terminal.width, options.follow === true));
    };
    if (!options.follow) {
      const found = await waybill.events.list({ ...query, limit: Math.min(most + 1, 200) }).toArray(most + 1);
      const items = found.slice(0, most);
      if (terminal.isJson) return terminal.json({ items });
      if (items.length === 0) return terminal.note(show`No events.`);
      items.forEach(print);
      if (found.length > most)
        terminal.note(show`Go on with --after ${items.at(-1)?.id}, or show --all.`.styled('dim'));
      return;
    }
    await follow(waybill, { terminal, query, onEvent: print, signal });
  },
});
