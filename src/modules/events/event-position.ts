/** A place in the order of events. Both numbers are larger than JavaScript's. */
export interface EventPosition {
  transactionId: string;
  seq: string;
}

/** Before every event. */
export const beginning: EventPosition = { transactionId: '0', seq: '0' };

export const isBeginning = ({ transactionId }: EventPosition) => transactionId === beginning.transactionId;

/** Stands for {@link beginning} where an event's id is given. */
export const beginningId = '00000000-0000-0000-0000-000000000000';

export function isAfter(a: EventPosition, b: EventPosition): boolean {
  if (a.transactionId !== b.transactionId) return BigInt(a.transactionId) > BigInt(b.transactionId);
  return BigInt(a.seq) > BigInt(b.seq);
}
