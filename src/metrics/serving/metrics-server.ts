import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whyNotListening } from '../../common/why-not-listening.js';
import { CONFIG, type Config } from '../../config.js';
import { MetricsPage, metricsPath, metricsType } from './metrics-page.js';

/** The metrics on a port of their own, also of a process that answers no requests. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: Server;

  constructor(
    private readonly page: MetricsPage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where it listens; undefined when metrics have no port of their own. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { METRICS_PORT: port, METRICS_HOST: host } = this.config;
    if (port === undefined) return;
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(port, host);
    try {
      await once(this.server, 'listening');
    } catch (error) {
      throw whyNotListening(error, { METRICS_PORT: port, METRICS_HOST: host });
    }
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (url ?? '').split('?');
    if (path !== metricsPath || method !== 'GET') return void response.writeHead(404).end();
    if (!this.page.isKnown(headers.authorization))
      return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    const text = await this.page.text();
    response.writeHead(200, { 'content-type': metricsType, 'cache-control': 'no-store' }).end(text);
  }
}
