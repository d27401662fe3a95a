import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Gate } from './gate.js';

/** How fast a caller has to read, measured over a while in which all the waiting is for them. */
export interface Pace {
  bytesASecond: number;
  overMilliseconds: number;
}

const usualPace: Pace = { bytesASecond: 32 * 1024, overMilliseconds: 30_000 };

/**
 * Files that are made while their callers read them. One lasts as long as its caller reads, so a tenant's second one is
 * refused rather than queued, and a caller who hardly reads is cut off: the others wait for the place.
 */
export class Downloads {
  private readonly gate: Gate;

  constructor(
    what: string,
    atOnce = 16,
    private readonly pace = usualPace,
  ) {
    this.gate = new Gate(what, { atOnce, waiting: 20, perTenant: 1 });
  }

  /**
   * The file that `make` makes, once it is its turn. What goes wrong until then can still be answered.
   * @throws Problem `too_many_at_once`
   */
  async open(tenant: string, signal: AbortSignal, make: () => Promise<Readable>): Promise<Readable> {
    const pass = this.gate.enter(tenant);
    try {
      await pass.turn(signal);
      const source = await make();
      source.once('close', () => pass.leave());
      return paced(source, this.pace, signal);
    } catch (error) {
      pass.leave();
      throw error;
    }
  }
}

function paced(source: Readable, { bytesASecond, overMilliseconds }: Pace, signal: AbortSignal): Readable {
  let taken = 0;
  const output = new Transform({
    transform: (chunk: Buffer, _, done) => {
      taken += chunk.length;
      done(null, chunk);
    },
  });
  const leastTaken = (bytesASecond * overMilliseconds) / 1000;
  let held = { since: performance.now(), taken };
  const check = () => {
    const isHeldUp = output.readableLength >= output.readableHighWaterMark;
    const isWhileOver = performance.now() - held.since >= overMilliseconds;
    if (isHeldUp && isWhileOver && taken - held.taken < leastTaken)
      output.destroy(new Error('The caller hardly reads the download'));
    if (!isHeldUp || isWhileOver) held = { since: performance.now(), taken };
  };
  const timer = setInterval(check, overMilliseconds / 10).unref();
  // What was made in whole waits for its caller without holding anybody up.
  source.once('close', () => clearInterval(timer));
  pipeline(source, output, { signal }).catch((error: Error) => output.destroy(error));
  return output;
}
