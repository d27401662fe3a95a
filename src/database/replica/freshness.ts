import { reaches, type WalPlace } from './wal-place.js';

/** More are not kept: who is that far behind is behind every limit. */
const mostSamples = 4_000;

interface Sample {
  at: number;
  place: WalPlace;
}

/**
 * How old what a replica has read is. Nothing but places in the log is compared, so a primary that rests does not make
 * its replica look late, and no clock but this process's counts.
 */
export class Freshness {
  /** The first is the newest that the replica has reached, once it has reached any. */
  private readonly samples: Sample[] = [];
  private hasRead = false;

  /** @param now milliseconds of a clock that only goes on */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Notes how far the primary has written by now. */
  written(place: WalPlace): void {
    this.samples.push({ at: this.now(), place });
    if (this.samples.length > mostSamples) this.samples.splice(1, this.samples.length - mostSamples);
  }

  /** Notes how far the replica has read. */
  read(place: WalPlace): void {
    const newest = this.samples.findLastIndex((sample) => reaches(place, sample.place));
    this.hasRead = newest >= 0;
    if (this.hasRead) this.samples.splice(0, newest);
  }

  /** Milliseconds since all that the replica has read was the newest; for ever when nothing is known. */
  get age(): number {
    const [oldest] = this.samples;
    return this.hasRead && oldest ? this.now() - oldest.at : Infinity;
  }
}
