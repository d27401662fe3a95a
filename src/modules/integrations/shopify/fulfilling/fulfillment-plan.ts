import type { StoreFulfillment, StorePart } from './store-documents.js';

/** A part that cannot be marked, and why, in plain words. */
export interface BlockedPart {
  part: StorePart;
  reason: string;
}

export interface FulfillmentPlan {
  /** Those of one location and way of delivery, which Shopify takes in one call. */
  groups: StorePart[][];
  blocked: BlockedPart[];
  /** Not brought to anybody by us: picked up in the shop, digital. */
  others: BlockedPart[];
  /** Done before. */
  done: StorePart[];
}

const open = new Set(['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED']);
/** Ways of delivery that are ours; the rest is fetched by its customer, brought by a carrier, or digital. */
const ours = new Set(['SHIPPING', 'LOCAL']);

/** Orders of a time before Shopify told how they travel are shipped. */
const methodOf = ({ deliveryMethod }: StorePart) => deliveryMethod?.methodType ?? 'SHIPPING';

/** What can be marked as fulfilled now, what cannot and why, and what needs nothing. */
export function planOf(parts: readonly StorePart[]): FulfillmentPlan {
  const plan: FulfillmentPlan = { groups: [], blocked: [], others: [], done: [] };
  const groups = new Map<string, StorePart[]>();
  for (const part of parts) {
    if (!open.has(part.status)) plan.done.push(part);
    else if (!ours.has(methodOf(part))) plan.others.push({ part, reason: 'It is not delivered by us.' });
    else {
      const reason = whyBlocked(part);
      if (reason === null) groupOf(groups, part).push(part);
      else plan.blocked.push({ part, reason });
    }
  }
  plan.groups = [...groups.values()];
  return plan;
}

function groupOf(groups: Map<string, StorePart[]>, part: StorePart): StorePart[] {
  const { name, address1, city, zip } = part.assignedLocation;
  const key = JSON.stringify([methodOf(part), name, address1, city, zip]);
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}

/** Why the store does not let it be marked; null where it does. */
function whyBlocked(part: StorePart): string | null {
  const at = ` (${part.assignedLocation.name})`;
  if (part.status === 'ON_HOLD')
    return `The store holds it back${at}: ${part.fulfillmentHolds.map(holdOf).join('; ') || 'it says no reason'}.`;
  if (part.status === 'SCHEDULED')
    return `The store has planned it for ${part.fulfillAt?.slice(0, 10) ?? 'later'}${at}.`;
  if (!part.supportedActions.some(({ action }) => action === 'CREATE_FULFILLMENT'))
    return `The store lets nobody but its fulfilment service mark it${at}.`;
  return null;
}

const holdReasons: Readonly<Record<string, string>> = {
  AWAITING_PAYMENT: 'awaiting payment',
  AWAITING_RETURN_ITEMS: 'awaiting returned items',
  HIGH_RISK_OF_FRAUD: 'high risk of fraud',
  INCORRECT_ADDRESS: 'incorrect address',
  INVENTORY_OUT_OF_STOCK: 'out of stock',
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: 'its customer may still add to it',
  UNKNOWN_DELIVERY_DATE: 'unknown delivery date',
};

function holdOf({ reason, displayReason, reasonNotes }: StorePart['fulfillmentHolds'][number]): string {
  const said = holdReasons[reason] ?? displayReason;
  return reasonNotes ? `${said} (${reasonNotes})` : said;
}

export const isOpenPart = ({ status }: StorePart) => open.has(status);

const isKept = ({ status }: StoreFulfillment) => status !== 'CANCELLED';

/** The fulfilment of this part that carries our tracking number, however its answer was lost. */
export function ourFulfillment(part: StorePart, trackingNumber: string): StoreFulfillment | undefined {
  return part.fulfillments.nodes.find(
    (made) => isKept(made) && made.trackingInfo.some(({ number }) => number?.trim() === trackingNumber),
  );
}

/**
 * The fulfilments that may carry news of this delivery: those with our tracking number, those that carry some already,
 * and those that somebody made by hand since the order came to us, with no other carrier's number and not delivered.
 */
export function trackedFulfillments(
  parts: readonly StorePart[],
  { trackingNumber, since }: { trackingNumber: string; since: Date },
  known: ReadonlySet<string>,
): StoreFulfillment[] {
  const found = new Map<string, StoreFulfillment>();
  for (const part of parts.filter((one) => ours.has(methodOf(one))))
    for (const made of part.fulfillments.nodes.filter(isKept)) {
      const numbers = made.trackingInfo.flatMap(({ number }) => number?.trim() || []);
      const byHand =
        numbers.length === 0 && made.displayStatus !== 'DELIVERED' && new Date(made.createdAt) >= since;
      if (numbers.includes(trackingNumber) || known.has(made.id) || byHand) found.set(made.id, made);
    }
  return [...found.values()];
}
