import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { ListeningClient } from './listening-client.js';

/** What a listener needs of a connection. */
class StubClient extends EventEmitter {
  connect = () => Promise.resolve();
  query = () => Promise.resolve();
  end = () => Promise.resolve();
}

describe('a connection that listens', () => {
  beforeAll(() => void Logger.overrideLogger(false));
  afterAll(() => void Logger.overrideLogger(['fatal', 'error', 'warn', 'log']));

  it('goes on when whoever it tells fails', async () => {
    const clients: StubClient[] = [];
    const heard: string[] = [];
    let returns = 0;
    const listening = new ListeningClient({
      open: () => clients[clients.push(new StubClient()) - 1] as unknown as pg.Client,
      channel: 'news',
      heard: (payload) => {
        heard.push(payload);
        throw new Error('cannot read it');
      },
      back: () => {
        returns += 1;
        throw new Error('cannot look');
      },
    });
    await listening.start();
    clients[0]!.emit('notification', { payload: 'one' });
    clients[0]!.emit('notification', { payload: 'two' });
    expect(heard).toEqual(['one', 'two']);
    clients[0]!.emit('end');
    await delay(800);
    expect([clients.length, returns, listening.isUp]).toEqual([2, 1, true]);
    clients[1]!.emit('notification', { payload: 'three' });
    expect(heard).toHaveLength(3);
    await listening.stop();
  });

  it('opens nothing any more once it is stopped between a loss and its next try', async () => {
    const clients: StubClient[] = [];
    const listening = new ListeningClient({
      open: () => clients[clients.push(new StubClient()) - 1] as unknown as pg.Client,
      channel: 'news',
      heard: () => undefined,
      back: () => undefined,
    });
    await listening.start();
    clients[0]!.emit('end');
    await listening.stop();
    await delay(800);
    expect(clients).toHaveLength(1);
  });
});
