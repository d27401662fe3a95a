import { type Address, type Timing } from './order-content.js';
import { type FieldName } from './catalogue.js';
import { type FieldProblemCode } from './problems.js';

/** A broken rule about several fields: the field to correct, and a whole sentence. */
export interface BrokenRule {
  field: FieldName;
  code: FieldProblemCode;
  detail: string;
}

/** Every order has a street address, or latitude and longitude together; never one of the two alone. */
export function brokenAddressRule(address: Partial<Address>): BrokenRule | null {
  const latitude = address.latitude ?? null;
  const longitude = address.longitude ?? null;
  if ((latitude === null) !== (longitude === null)) {
    const [given, missing] = latitude === null ? ['Longitude', 'Latitude'] : ['Latitude', 'Longitude'];
    return {
      field: latitude === null ? 'address.latitude' : 'address.longitude',
      code: 'coordinates_incomplete',
      detail: `${missing} is empty, but ${given} is ${latitude ?? longitude}. Fill both, or leave both empty.`,
    };
  }
  if (latitude !== null || (address.addressLineOne ?? null) !== null) return null;
  return {
    field: 'address.addressLineOne',
    code: 'address_missing',
    detail: 'There is no address. Fill Address Line 1, or both Latitude and Longitude.',
  };
}

/** A time window starts before it ends. */
export function brokenTimingRule(timing: Partial<Timing>): BrokenRule | null {
  const { earliestTime = null, latestTime = null } = timing;
  if (earliestTime === null || latestTime === null || earliestTime <= latestTime) return null;
  return {
    field: 'timing.latestTime',
    code: 'times_reversed',
    detail: `Latest Time ${latestTime} is before Earliest Time ${earliestTime}. Swap them, or leave one empty.`,
  };
}
