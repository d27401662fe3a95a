import { parentPort } from 'node:worker_threads';

/** Messages to the thread that makes PDFs, and back. */
export type PdfTask<Plan> = { id: number } & ({ plan: Plan } | { isUnwanted: true });
export type PdfAnswer = { id: number } & ({ bytes: Uint8Array } | { error: unknown });

/** Makes the PDFs that a {@link PdfThread} asks for, in its worker, until they are no longer wanted. */
export function servePdfs<Plan>(make: (plan: Plan, signal: AbortSignal) => Promise<Buffer>): void {
  const port = parentPort!;
  const wanted = new Map<number, AbortController>();
  const answer = (message: PdfAnswer) => {
    wanted.delete(message.id);
    port.postMessage(message);
  };
  port.on('message', (task: PdfTask<Plan>) => {
    const { id } = task;
    if ('isUnwanted' in task) return wanted.get(id)?.abort();
    const controller = new AbortController();
    wanted.set(id, controller);
    make(task.plan, controller.signal).then(
      (bytes) => answer({ id, bytes }),
      (error: unknown) => answer({ id, error }),
    );
  });
}
