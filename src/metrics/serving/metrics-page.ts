import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { BlockList, isIPv4 } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { sameSecret } from '../../auth/identity/secrets.js';
import { sendProblem } from '../../common/problems/problem.filter.js';
import { problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { registry } from '../measures.js';
import { StoredMetrics } from './stored-metrics.js';

export const metricsPath = '/metrics';
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** The metrics as text, and who may read them. */
@Injectable()
export class MetricsPage {
  constructor(
    private readonly stored: StoredMetrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async text(): Promise<string> {
    // Of the process as a whole, and costly enough not to be watched before anybody has asked.
    if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry });
    return (await registry.metrics()) + (await this.stored.text());
  }

  /** Whether a request brings the token, if one is needed. */
  isKnown(authorization: string | undefined): boolean {
    const { METRICS_TOKEN } = this.config;
    const [, token = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
    return METRICS_TOKEN === undefined || sameSecret(token, METRICS_TOKEN);
  }

  /**
   * Answers on the port of the API: to those with the token; without one, in development, to this machine. Not at all
   * when metrics have a port of their own.
   */
  attachTo(fastify: FastifyInstance): void {
    const { METRICS_PORT, METRICS_TOKEN, NODE_ENV } = this.config;
    if (METRICS_PORT !== undefined) return;
    if (METRICS_TOKEN === undefined && NODE_ENV !== 'development') return;
    fastify.get(metricsPath, async (request, reply) => {
      const isForwarded = ['forwarded', 'x-forwarded-for'].some((name) => name in request.headers);
      if (METRICS_TOKEN === undefined && (isForwarded || !isLoopback(request.socket.remoteAddress)))
        return reply.callNotFound();
      const { authorization } = request.headers;
      if (!this.isKnown(authorization))
        return sendProblem(
          request,
          reply,
          authorization === undefined
            ? problem('authentication_required', 'Send `Authorization: Bearer` with METRICS_TOKEN.')
            : problem('token_invalid', 'Send METRICS_TOKEN.'),
        );
      return reply.type(metricsType).send(await this.text());
    });
  }
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopback(address = ''): boolean {
  return loopback.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
