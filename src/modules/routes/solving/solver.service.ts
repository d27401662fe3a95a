import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../common/built-file.js';
import { Gate } from '../../../common/limits/gate.js';
import { callingOrganization } from '../../../database/tenancy/caller-scope.js';
import type { RoutingProblem } from '../../../routing/solving/problem.js';
import type { SolvingTask } from '../../../routing/solving/task.js';

/** The bar is three percent from the best in a second for 200 stops; a thousand take longer. */
const [leastMilliseconds, millisecondsAStop, mostMilliseconds] = [50, 5, 3_000];
/** A thread that has not answered so long after its time is ended. */
const patienceMilliseconds = 20_000;
const heapMebibytes = 256;
const workerFile = new URL('../../../routing/solving/solver.worker.js', import.meta.url);

/** Orders stops in threads of their own: few at once, each for a limited time. */
@Injectable()
export class Solver implements OnApplicationShutdown {
  /** Few may wait: with an idempotency key each holds a connection to the database meanwhile. */
  private readonly gate = new Gate('routes', { atOnce: 2, waiting: 6, perTenant: 4 });
  private readonly stopping = new AbortController();

  /**
   * The stops in a good order, never worse than the order given.
   * @throws Problem `too_many_at_once`
   */
  async order(problem: RoutingProblem, given: number[]): Promise<number[]> {
    const [order] = await this.solve({ problem, given, drivers: 1, limits: limitsOf(problem) });
    return order!;
  }

  /**
   * The stops of each driver in order.
   * @throws Problem `too_many_at_once`
   */
  async split(problem: RoutingProblem, drivers: number): Promise<number[][]> {
    return this.solve({ problem, drivers, limits: limitsOf(problem) });
  }

  onApplicationShutdown(): void {
    this.stopping.abort(new Error('The process is stopping'));
  }

  private solve(task: SolvingTask): Promise<number[][]> {
    const { signal } = this.stopping;
    return this.gate.inTurn(callingOrganization(), signal, () => solveInThread(task, signal));
  }
}

function limitsOf({ size }: RoutingProblem) {
  return { milliseconds: Math.min(mostMilliseconds, leastMilliseconds + millisecondsAStop * size) };
}

async function solveInThread(task: SolvingTask, signal: AbortSignal): Promise<number[][]> {
  const worker = new Worker(builtFile(workerFile), {
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  const limit = AbortSignal.any([
    signal,
    AbortSignal.timeout(task.limits.milliseconds! + patienceMilliseconds),
  ]);
  try {
    return await new Promise<number[][]>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', () => reject(new Error('The solving thread ended without an answer')));
      limit.addEventListener('abort', () => reject(limit.reason as Error), { once: true });
      worker.postMessage(task);
    });
  } finally {
    await worker.terminate();
  }
}
