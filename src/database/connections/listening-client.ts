import { Logger } from '@nestjs/common';
import type pg from 'pg';

const pauseMilliseconds = 500;

interface Listening {
  /** A new client, not connected yet. */
  open: () => pg.Client;
  channel: string;
  /** What the connection needs besides, before it listens. */
  prepare?: (client: pg.Client) => Promise<unknown>;
  /** A notification, with what it carries. */
  heard: (payload: string) => void;
  /** It listens again after a loss, during which it heard nothing. */
  back: () => void;
}

/** One connection that listens to a channel. When it is lost, another is made, for as long as that takes. */
export class ListeningClient {
  private readonly logger = new Logger(ListeningClient.name);
  private client?: pg.Client;
  private isStopped = false;

  constructor(private readonly listening: Listening) {}

  /** Whether it listens at this moment. */
  get isUp(): boolean {
    return this.client !== undefined;
  }

  /** @throws when the first connection fails */
  async start(): Promise<void> {
    await this.listen();
  }

  /** Starts, and tries until it succeeds. */
  startSometime(): void {
    this.listen().catch(() => this.listenAgain());
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const { open, channel, prepare, heard } = this.listening;
    const client = open();
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.tell(() => heard(payload ?? '')));
    try {
      await client.connect();
      await prepare?.(client);
      await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    if (this.isStopped) await client.end().catch(() => undefined);
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.listenAgain();
  }

  private listenAgain(): void {
    const again = () =>
      this.listen().then(
        () => this.tell(this.listening.back),
        () => this.listenAgain(),
      );
    setTimeout(() => !this.isStopped && void again(), pauseMilliseconds).unref();
  }

  /** Whoever listens may fail; the process and what comes next may not. */
  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.logger.error({ err: error }, `A listener of ${this.listening.channel} failed`);
    }
  }
}
