import type { Events } from './events.js';
import type { EventOf } from './generated/models/Event.js';

const types = ['import.progressed', 'import.completed'] as const;

/**
 * One event stream for all imports of a client that are waited for: pages may have few connections. It only says sooner
 * what asking would tell as well, so that nobody misses it where there is no stream, or one that is held up.
 */
export class ImportNews {
  private readonly waiting = new Set<(importId: string) => unknown>();
  private stop: AbortController | undefined;

  constructor(private readonly events: Events) {}

  /** Calls `wake` when something is told of an import. @returns ends that */
  listen(wake: (importId: string) => unknown): () => void {
    this.waiting.add(wake);
    if (!this.stop) void this.follow((this.stop = new AbortController()));
    return () => {
      this.waiting.delete(wake);
      if (this.waiting.size > 0) return;
      this.stop?.abort();
      this.stop = undefined;
    };
  }

  private async follow({ signal }: AbortController): Promise<void> {
    try {
      for await (const event of this.events.stream({ types: [...types] }, { signal }))
        for (const wake of this.waiting) wake((event as EventOf<(typeof types)[number]>).data.importId);
    } catch {
      // Whoever waits asks by itself.
    }
  }
}
