/** The tests' own settings, but for the database, which one server lends to all runs, and for what ends a run. */
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
