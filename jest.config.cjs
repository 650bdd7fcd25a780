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
  setupFiles: ['<rootDir>/test/support/network-off.ts'],
};

const project = (displayName, testMatch) => ({ ...shared, displayName, rootDir: __dirname, testMatch });

module.exports = {
  // property tests on a busy machine; nothing waits for this when it passes
  testTimeout: 20_000,
  projects: [
    project('unit', [
      '<rootDir>/test/{bench,contract,settings,src,cli,crm-sync,workspace}/**/*.test.{ts,tsx}',
    ]),
    project('integration', ['<rootDir>/test/integration/**/*.test.ts']),
    project('journeys', ['<rootDir>/test/journeys/**/*.test.ts']),
  ],
};
