import { isWaybillError, type Membership, type Waybill } from '../src/index.js';

/** The person, or undefined for a key, which is nobody’s. @throws AuthenticationError when it is good for nothing */
export async function whoHas(waybill: Waybill) {
  return waybill.me.get().catch((error: unknown) => {
    if (isWaybillError(error) && error.status === 403) return undefined;
    throw error;
  });
}

export function teamName({ client, organization }: Membership): string {
  return client ? `${client.companyName} at ${organization.name}` : organization.name;
}

/** Keys are known by their beginnings; the rest stays secret. */
export const keyStart = (token: string) =>
  token.startsWith('wb_') ? `${token.slice(0, 12)}…` : 'that was given';
