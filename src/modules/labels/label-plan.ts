import { printTrackingCode } from '../orders/tracking-code.js';
import type { LabelSize } from './labels.dto.js';
import type { LabelRow } from './labels.queries.js';

/** The texts of one label. */
export interface Label {
  sender: string;
  carrier: string;
  heading: string;
  name: string;
  address: string;
  facts: string;
  notes: string;
  count: string;
  /** What its codes say: the tracking code of the order and the number of the package. */
  code: string;
}

export interface LabelPlan {
  labels: Label[];
  size: LabelSize;
}

/** The packages of an order whose labels are wanted, by their numbers. */
export interface Packages {
  from: number;
  to?: number;
}

/** One label for each package of the order, or for those. */
export function labelsOf(row: LabelRow, packages: Packages = allPackages): Label[] {
  const code = printTrackingCode(row.trackingCode);
  const shared = {
    // A stop of the organization's own has no client.
    sender: row.sender ?? row.carrier,
    carrier: row.sender === null ? '' : row.carrier,
    heading: row.activity === 'pickup' ? 'PICK UP FROM' : 'DELIVER TO',
    name: row.recipientName ?? '',
    address: addressOf(row),
    facts: [
      row.requestedDate && `On ${row.requestedDate}`,
      row.externalId && `Id ${row.externalId}`,
      row.size && `Size ${row.size}`,
    ]
      .filter(Boolean)
      .join('\n'),
    notes: row.notes ?? '',
  };
  return Array.from({ length: labelCount(row, packages) }, (_, index) => ({
    ...shared,
    count: `${packages.from + index} of ${row.packageCount}`,
    code: `${code}-${packages.from + index}`,
  }));
}

export const allPackages: Packages = { from: 1 };

export function labelCount({ packageCount }: LabelRow, { from, to = packageCount }: Packages): number {
  return Math.max(0, Math.min(to, packageCount) - from + 1);
}

function addressOf(row: LabelRow): string {
  const { latitude, longitude } = row;
  const place = [[row.zip, row.city].filter(Boolean).join(' '), row.state, row.country]
    .filter(Boolean)
    .join(', ');
  const lines = [row.addressName, row.addressLineOne, row.addressLineTwo, place, row.recipientPhone];
  const isPlace = row.addressLineOne === null && latitude !== null;
  return [...lines, isPlace ? `${latitude}, ${longitude}` : null].filter(Boolean).join('\n');
}
