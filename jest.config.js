/** Jest runs the TypeScript sources as ES modules through swc. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/sdk'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          target: 'es2024',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  // Both cores of a small machine: suites wait for PostgreSQL and for processes more than they compute.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  // Node takes its time to tear down a large heap where the machine is busy. A worker that is still there after this
  // has something open, which is what jest's warning is to be about.
  workerGracefulExitTimeout: 10_000,
  testTimeout: 90_000,
};
