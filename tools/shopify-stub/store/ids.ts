/** Numbers that no two things of one stub share, as long as Shopify's. */
export class Ids {
  private last = 5_500_000_000_000;

  next(): number {
    return ++this.last;
  }
}

export const gid = (type: string, id: number): string => `gid://shopify/${type}/${id}`;

/** The type and number of a global id; undefined when it is none. Numbers have 64 bits, ours far fewer. */
export function readGid(value: string): { type: string; id: number } | undefined {
  const [, type, digits] = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,19})(?:\?.*)?$/.exec(value) ?? [];
  return type && digits && BigInt(digits) < 2n ** 63n ? { type, id: Number(digits) } : undefined;
}
