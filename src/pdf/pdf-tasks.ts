import { parentPort } from 'node:worker_threads';

/** Messages to the thread that makes PDFs, and back. */
export interface PdfTask<Plan> {
  id: number;
  plan: Plan;
}
export type PdfAnswer = { id: number } & ({ bytes: Uint8Array } | { error: unknown });

/** Makes the PDFs that a {@link PdfThread} asks for, in its worker. */
export function servePdfs<Plan>(make: (plan: Plan) => Promise<Buffer>): void {
  const port = parentPort!;
  port.on('message', ({ id, plan }: PdfTask<Plan>) => {
    make(plan).then(
      (bytes) => port.postMessage({ id, bytes } satisfies PdfAnswer),
      (error: unknown) => port.postMessage({ id, error } satisfies PdfAnswer),
    );
  });
}
