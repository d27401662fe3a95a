/** Runs work with the same name one after another, in this process. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` after all earlier work of this `name` has ended, successfully or not. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
