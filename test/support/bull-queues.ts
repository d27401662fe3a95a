import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CONFIG, loadConfig } from '../../src/config.js';
import { BullQueues, BullQueuesModule } from '../../src/jobs/bull/bull-queues.js';

/** The Bull queues of one process. */
export async function openBullQueues(url: string, env: Record<string, string> = {}): Promise<BullQueues> {
  const config = loadConfig({
    NODE_ENV: 'test',
    JWT_SECRET: 'test-secret-'.repeat(3),
    REDIS_URL: url,
    ...env,
  });
  @Global()
  @Module({ providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] })
  class Settings {}
  const module = await Test.createTestingModule({
    imports: [Settings, BullQueuesModule.register()],
  }).compile();
  return module.get(BullQueues);
}
