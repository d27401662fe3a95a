import { registry } from '../metrics/measures.js';
import { observed } from './observed.js';

describe('a job observed', () => {
  const run = (signal: AbortSignal) => ({
    jobId: 'job',
    signal,
    progressed: () => Promise.resolve(),
    giveUp: () => undefined,
  });
  const failing = observed('proofs.sweep', { handler: () => Promise.reject(new Error('no')) });
  async function counted(outcome: string): Promise<number> {
    const metric = await registry.getSingleMetric('waybill_job_runs_total')!.get();
    const of = metric.values.filter(({ labels }) => labels.name === 'proofs.sweep');
    return of.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
  }

  it('counts as failed when it throws, and as stopped when its process stops meanwhile', async () => {
    await expect(failing.handler({}, run(new AbortController().signal))).rejects.toThrow('no');
    expect([await counted('failed'), await counted('stopped')]).toEqual([1, 0]);
    await expect(failing.handler({}, run(AbortSignal.abort()))).rejects.toThrow('no');
    expect([await counted('failed'), await counted('stopped')]).toEqual([1, 1]);
  });
});
