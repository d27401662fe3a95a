import { countedAs, type Principal } from '../../../auth/access/principal.js';
import { problem } from '../../../common/problems/problems.js';

/** How many streams may be open at once. */
interface StreamLimits {
  caller: number;
  team: number;
}

/** The places that open streams take: of their reader, which is a person or an API key, and of the whole team. */
export class StreamPlaces {
  private readonly taken = new Map<string, number>();

  constructor(private readonly limits: StreamLimits) {}

  /**
   * Takes a place.
   * @returns gives it back; once, however often it is called
   * @throws Problem `too_many_at_once`
   */
  take(principal: Principal): () => void {
    const { caller, team } = countedAs(principal);
    if (this.of(team) >= this.limits.team)
      throw tooMany(`Your team has as many streams open as one may (${this.limits.team}).`);
    if (this.of(caller) >= this.limits.caller)
      throw tooMany(`You have as many streams open as one person or API key may (${this.limits.caller}).`);
    const keys = new Set([caller, team]);
    for (const key of keys) this.taken.set(key, this.of(key) + 1);
    return () => {
      for (const key of keys) this.giveBack(key);
      keys.clear();
    };
  }

  /** How many a team, or a reader, has taken. */
  of(key: string): number {
    return this.taken.get(key) ?? 0;
  }

  private giveBack(key: string): void {
    const left = this.of(key) - 1;
    if (left === 0) this.taken.delete(key);
    else this.taken.set(key, left);
  }
}

const tooMany = (why: string) =>
  problem('too_many_at_once', `${why} Close some.`, undefined, { 'retry-after': '5' });
