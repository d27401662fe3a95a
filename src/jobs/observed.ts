import { currentContext } from '../common/http/request-context.js';
import { jobRuns, jobsDead, jobSeconds } from '../metrics/measures.js';
import { traced } from '../tracing/tracing.js';
import type { JobHandling } from './job-handling.js';
import { queueOf, type JobName } from './job-map.js';

/** The same, with every run counted, timed and traced. */
export function observed<N extends JobName>(name: N, handling: JobHandling<N>): JobHandling<N> {
  const labels = { queue: queueOf(name), name };
  // From 0 on, so that alerts see the first one as an increase.
  jobsDead.inc(labels, 0);
  for (const outcome of ['done', 'failed', 'stopped']) jobRuns.inc({ ...labels, outcome }, 0);
  return {
    ...handling,
    async handler(payload, run) {
      const end = jobSeconds.startTimer(labels);
      try {
        const { traceparent: parent = null, requestId } = currentContext() ?? {};
        const attributes = { 'job.name': name, 'job.id': run.jobId };
        await traced(`job ${name}`, { kind: 'consumer', parent, requestId, attributes }, () =>
          handling.handler(payload, run),
        );
        jobRuns.inc({ ...labels, outcome: 'done' });
      } catch (error) {
        jobRuns.inc({ ...labels, outcome: run.signal.aborted ? 'stopped' : 'failed' });
        throw error;
      } finally {
        end();
      }
    },
    async abandoned(payload) {
      jobsDead.inc(labels);
      await handling.abandoned?.(payload);
    },
  };
}
