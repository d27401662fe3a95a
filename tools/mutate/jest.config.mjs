/** The usual configuration, except that all runs share one database server and stop at the first failure. */
import { join } from 'node:path';
import base from '../../jest.config.js';

export default {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  rootDir: join(import.meta.dirname, '../..'),
  testEnvironment: '<rootDir>/tools/mutate/environment.mjs',
  testSequencer: '<rootDir>/tools/mutate/sequencer.mjs',
  reporters: ['<rootDir>/tools/mutate/reporter.mjs'],
  maxWorkers: 1,
  workerIdleMemoryLimit: undefined,
  testTimeout: 30_000,
};
