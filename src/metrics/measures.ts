import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts. Labels take the code's own names as values: never an id, nor anything of a tenant. */
export const registry = new Registry();
const registers = [registry];

export const httpRequests = new Counter({
  name: 'waybill_http_requests_total',
  help: 'Requests answered, by operationId and class of status. Without an operation: what no route took.',
  labelNames: ['operation', 'status'] as const,
  registers,
});

export const httpSeconds = new Histogram({
  name: 'waybill_http_request_duration_seconds',
  help: 'How long answers took, streams of events aside, by operationId.',
  labelNames: ['operation'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers,
});

export const jobRuns = new Counter({
  name: 'waybill_job_runs_total',
  help: 'Runs of jobs in this process that ended, by queue, name and outcome: done, failed, or stopped with the process.',
  labelNames: ['queue', 'name', 'outcome'] as const,
  registers,
});

export const jobsDead = new Counter({
  name: 'waybill_jobs_dead_total',
  help: 'Jobs that this process gave up for good, by queue and name.',
  labelNames: ['queue', 'name'] as const,
  registers,
});

export const jobSeconds = new Histogram({
  name: 'waybill_job_duration_seconds',
  help: 'How long runs of jobs took, by queue and name.',
  labelNames: ['queue', 'name'] as const,
  buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900],
  registers,
});

export const importRows = new Counter({
  name: 'waybill_import_rows_total',
  help: 'Rows of spreadsheets that imports have committed, by outcome: imported, rejected or skipped. Dry runs aside.',
  labelNames: ['outcome'] as const,
  registers,
});

export const eventStreams = new Gauge({
  name: 'waybill_event_streams',
  help: 'Streams of events that are open.',
  registers,
});

export const eventDelay = new Histogram({
  name: 'waybill_event_delay_seconds',
  help: 'Between the beginning of the transaction that wrote an event and its reading for streams.',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
  registers,
});

export const webhookAttempts = new Counter({
  name: 'waybill_webhook_attempts_total',
  help: 'Attempts at delivering webhooks, by outcome: succeeded, failed, or refused because of the address.',
  labelNames: ['outcome'] as const,
  registers,
});

// From 0 on, so that alerts see the first one as an increase.
for (const outcome of ['succeeded', 'failed', 'refused']) webhookAttempts.inc({ outcome }, 0);

export const webhookSeconds = new Histogram({
  name: 'waybill_webhook_attempt_duration_seconds',
  help: 'How long receivers of webhooks took to answer.',
  buckets: [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  registers,
});

export const replicaReads = new Counter({
  name: 'waybill_replica_reads_total',
  help: 'Reads that may lag, by where they were answered from: replica or primary.',
  labelNames: ['from'] as const,
  registers,
});

const replicaLags = new Set<() => number>();

new Gauge({
  name: 'waybill_replica_lag_seconds',
  help: 'How long ago what the replica has was the newest; +Inf while nobody knows.',
  registers,
  collect() {
    this.reset();
    for (const seconds of replicaLags) this.set(seconds());
  },
});

/** Shows how far the replica is behind. @returns stops it */
export function showReplicaLag(seconds: () => number): () => void {
  replicaLags.add(seconds);
  return () => void replicaLags.delete(seconds);
}

type EventReaderName = 'streams' | 'webhooks';
const lags = new Map<() => number, EventReaderName>();

new Gauge({
  name: 'waybill_event_lag_seconds',
  help: 'How long the oldest news of events has waited to be read, by who reads them.',
  labelNames: ['reader'] as const,
  registers,
  collect() {
    this.reset();
    for (const [seconds, reader] of lags) this.set({ reader }, seconds());
  },
});

/** Shows how far a reader of events is behind. @returns stops it */
export function showEventLag(reader: EventReaderName, seconds: () => number): () => void {
  lags.set(seconds, reader);
  return () => void lags.delete(seconds);
}
