/** The unit tests that stand near the pure folders: a mutant which only a far test would kill counts as survived. */
const path = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');

const { displayName: _displayName, ...unit } = projects.find(({ displayName }) => displayName === 'unit');

module.exports = {
  ...unit,
  rootDir: path.resolve(__dirname, '../..'),
  testTimeout,
  testMatch: [
    `<rootDir>/test/src/{${process.env.ACOLHE_MUTATION_TESTS ?? 'dialog,language,safety,triage'}}/**/*.test.ts`,
  ],
};
