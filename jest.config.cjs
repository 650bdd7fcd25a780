/**
 * One configuration, four projects: fast suites first, those that start servers and browsers last.
 * Sources are CommonJS after swc; packages that ship ES modules only are transformed with them.
 */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(d3-[a-z-]+|internmap|@noble/hashes|@scure/base|preact|preact-render-to-string|uuid|@seriousme)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  setupFiles: [
    '<rootDir>/test/support/network-off.ts',
    ...(process.env.ACOLHE_SEED ? ['<rootDir>/test/support/one-draw.ts'] : []),
  ],
};

const project = (displayName, testMatch, more = {}) => ({
  ...shared,
  ...{ displayName, rootDir: __dirname, testMatch },
  ...more,
});
/** What starts servers waits for conditions, each under a limit of its own; a test has room for several of them. */
const starting = { setupFilesAfterEnv: ['<rootDir>/test/support/long-limit.ts'] };

module.exports = {
  // property tests on a busy machine; nothing waits for this when it passes
  testTimeout: 60_000,
  projects: [
    project('unit', [
      '<rootDir>/test/{bench,contract,settings,src,cli,crm-sync,workspace}/**/*.test.{ts,tsx}',
    ]),
    project('integration', ['<rootDir>/test/integration/**/*.test.ts'], starting),
    project('journeys', ['<rootDir>/test/journeys/**/*.test.ts'], starting),
  ],
};
