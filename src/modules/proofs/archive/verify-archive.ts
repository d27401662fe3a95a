import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { breaksOf } from '../proof-chain.js';
import {
  manifestName,
  picturePath,
  proofManifest,
  type ArchivedOrder,
  type ProofManifest,
} from './proof-manifest.js';

export interface Verified {
  orders: number;
  pictures: number;
  entries: number;
  /** Entries whose content was erased, as privacy law asks: of them only the place in the chain can be checked. */
  erased: number;
  /** What is not as it was recorded, in words; empty for a whole archive. */
  faults: string[];
}

/**
 * Checks a downloaded archive by itself: every chain, and every picture against its chain.
 * @param known hashes told elsewhere, such as `proofHash` of an event, by the order's id: they must be in its chain
 */
export async function verifyArchive(
  path: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Verified> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  try {
    const faults: string[] = [];
    const entries = await entriesOf(zip, faults);
    const manifest = await manifestOf(zip, entries.get(manifestName));
    const verifier = new Verifier(zip, entries, faults);
    for (const order of manifest.orders) await verifier.verifyOrder(order);
    verifier.findStrays();
    verifier.findUnknown(manifest, known);
    return {
      orders: manifest.orders.length,
      pictures: verifier.pictures,
      entries: manifest.orders.reduce((sum, { chain }) => sum + chain.length, 0),
      erased: manifest.orders.flatMap(({ chain }) => chain.filter((entry) => entry.erasedAt !== undefined))
        .length,
      faults,
    };
  } finally {
    zip.close();
  }
}

class Verifier {
  pictures = 0;
  private readonly seen = new Set<string>([manifestName]);
  private readonly orders = new Set<string>();

  constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly faults: string[],
  ) {}

  async verifyOrder(order: ArchivedOrder): Promise<void> {
    const { orderId, chain, proofHash } = order;
    const tell = (fault: string) => void this.faults.push(`order ${orderId}: ${fault}`);
    if (this.orders.has(orderId)) tell('is told twice');
    this.orders.add(orderId);
    for (const fault of breaksOf(orderId, chain)) tell(fault);
    if (chain.at(-1)!.hash !== proofHash) tell('its chain does not end with its proofHash');
    for (const entry of chain) {
      const path = picturePath(order.folder, entry);
      if (path === undefined) continue;
      this.seen.add(path);
      this.pictures += 1;
      if (order.missing.includes(path)) tell(`${path} could not be read when the archive was made`);
      else if ((await this.hashOf(path)) !== entry.sha256)
        tell(this.entries.has(path) ? `${path} is not the picture that was recorded` : `${path} is missing`);
    }
  }

  findStrays(): void {
    for (const name of this.entries.keys())
      if (!this.seen.has(name)) this.faults.push(`${name} is in no chain`);
  }

  /** A chain made anew as a whole is sound in itself; only what was told before gives it away. */
  findUnknown({ orders }: ProofManifest, known: ReadonlyMap<string, string>): void {
    for (const [orderId, hash] of known) {
      const order = orders.find((one) => one.orderId === orderId);
      if (!order) this.faults.push(`order ${orderId}: is not in the archive`);
      else if (!order.chain.some((entry) => entry.hash === hash))
        this.faults.push(`order ${orderId}: ${hash} is not in its chain`);
    }
  }

  private async hashOf(path: string): Promise<string | undefined> {
    const entry = this.entries.get(path);
    if (!entry) return undefined;
    const hash = createHash('sha256');
    try {
      await pipeline(await this.zip.openReadStreamPromise(entry), hash);
    } catch {
      return undefined;
    }
    return hash.digest('hex');
  }
}

async function entriesOf(zip: ZipFile, faults: string[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) faults.push(`${entry.fileName} is there twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined): Promise<ProofManifest> {
  if (!entry) throw new Error(`it has no ${manifestName}`);
  const parsed = proofManifest.safeParse(JSON.parse(await text(await zip.openReadStreamPromise(entry))));
  if (!parsed.success) throw new Error(`its ${manifestName} is not one that Waybill wrote`);
  return parsed.data;
}
