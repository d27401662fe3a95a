import type { OrderStatus, StopStatus } from '../src/index.js';

/** A new status is missing here until it is added, which the types of this object see to. */
const known: Record<OrderStatus, true> = {
  draft: true,
  submitted: true,
  scheduled: true,
  out_for_delivery: true,
  delivered: true,
  picked_up: true,
  failed: true,
};

export const orderStatuses = Object.keys(known) as OrderStatus[];

/** Dispatchers see no drafts. */
export const stopStatuses = orderStatuses.filter((status): status is StopStatus => status !== 'draft');

/** The ways to find that lists of orders and of stops share. */
export const searchOptions = {
  q: {
    type: 'string',
    short: 'q',
    value: 'WORDS',
    description: 'Words of recipient, address or Id, a tracking code, a phone number.',
  },
  sort: {
    type: 'string',
    choices: ['createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'requestedDate', '-requestedDate'],
    description: 'By what; - puts the last first.',
  },
} as const;

export const statusOption = <Status extends string>(choices: readonly Status[]) =>
  ({ type: 'string', multiple: true, choices, description: 'Only these.' }) as const;

export interface SearchFilters {
  status?: string[];
  q?: string;
  sort?: string;
}
