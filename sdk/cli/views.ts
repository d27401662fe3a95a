import type { Order, RouteWithStops, Stop } from '../src/index.js';
import type { Column } from './layout.js';
import { show, type Shown, type Style } from './shown.js';

const styles: Record<string, Style> = {
  delivered: 'green',
  picked_up: 'green',
  completed: 'green',
  failed: 'red',
  out_for_delivery: 'cyan',
  started: 'cyan',
};

export function statusText(status: string): Shown {
  const text = show`${status.replaceAll('_', ' ')}`;
  const style = styles[status];
  return style ? text.styled(style) : text;
}

/** `2026-03-02 10:21` here, as people here read it without asking. */
export function timeText(time: string | null | undefined): string {
  if (!time) return '';
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function clockText(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

export function addressText({ address }: Pick<Order, 'address'>): string {
  const { addressName, addressLineOne, addressLineTwo, city, state, zip, country, latitude, longitude } =
    address;
  const place = latitude !== null && !addressLineOne ? `${latitude}, ${longitude}` : undefined;
  const town = [state, zip].filter(Boolean).join(' ');
  return [addressName, addressLineOne, addressLineTwo, city, town, country, place].filter(Boolean).join(', ');
}

export const orderColumns: readonly Column<Order | Stop>[] = [
  { header: 'Code', value: ({ trackingCode }) => trackingCode, least: 11 },
  { header: 'Id', value: ({ externalId }) => externalId },
  { header: 'Status', value: ({ status }) => statusText(status), least: 9 },
  { header: 'Recipient', value: ({ recipient }) => recipient.name, least: 10 },
  { header: 'Address', value: addressText, least: 14 },
  { header: 'For', value: ({ requestedDate }) => requestedDate, least: 10 },
];

export function orderFields(order: Order | Stop): [string, unknown][] {
  const { recipient, route, eta, delivery } = order;
  return [
    ['Code', order.trackingCode],
    ['Id', order.externalId],
    ['Status', statusText(order.status)],
    ['Missing', order.missingFields.join(', ')],
    ['Returned', order.returnReason],
    ['Recipient', [recipient.name, recipient.phone, recipient.email].filter(Boolean).join(', ')],
    ['Address', addressText(order)],
    ['Packages', order.packageCount],
    ['Products', order.products.join(', ')],
    ['Notes', order.notes],
    ['Wanted for', order.requestedDate],
    ['Route', route && `${route.title}, stop ${route.position}`],
    ['Expected', eta && `${timeText(eta.estimatedAt)}`],
    ['Delivery', delivery && delivery.state !== 'unattempted' ? statusText(delivery.state) : ''],
    ['Signed by', delivery?.signeeName],
    ['Made', timeText(order.createdAt)],
    ['Submitted', timeText(order.submittedAt)],
    ['Completed', timeText(order.completedAt)],
    ['Tracking', order.trackingUrl],
    ['UUID', order.id],
  ];
}

export function routeFields(route: RouteWithStops): [string, unknown][] {
  const { progress } = route;
  const minutes = route.plannedSeconds === null ? '' : `${Math.round(route.plannedSeconds / 60)} minutes`;
  const kilometres =
    route.plannedDistanceMeters === null ? '' : `${(route.plannedDistanceMeters / 1000).toFixed(1)} km`;
  return [
    ['Title', route.title],
    ['Status', statusText(route.status)],
    ['Stops', `${progress.stops}, ${progress.done} done, ${progress.failed} failed`],
    ['Planned', [kilometres, minutes].filter(Boolean).join(', ')],
    ['Starts', timeText(route.startsAt)],
    ['Started', timeText(route.startedAt)],
    ['Completed', timeText(route.completedAt)],
    ['UUID', route.id],
  ];
}
