import type { z } from 'zod';
import { orderListQuery } from '../../orders/reads/order-list.dto.js';
import { stopQuery } from '../../stops/stops.dto.js';

const ofPages = { limit: true, cursor: true, fields: true, sort: true, consistency: true } as const;

/** The filters of the list of orders. */
export const orderArchiveQuery = orderListQuery.omit(ofPages);
export type OrderArchiveQuery = z.output<typeof orderArchiveQuery>;

/** The filters of the list of stops. */
export const stopArchiveQuery = stopQuery.omit(ofPages);
export type StopArchiveQuery = z.output<typeof stopArchiveQuery>;

export const archiveDescription =
  'Filters are those of the list. Each order has a folder with its pictures, also those of earlier visits; `manifest.json`, the last file, tells the chains, and which pictures could not be read. It is streamed while it is made: one that breaks off has no end and is no zip. `npm run verify-proof -- FILE.zip` checks it without the server.';
