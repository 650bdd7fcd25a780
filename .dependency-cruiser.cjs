/** Which folder may import which; the frame behind it is in docs/architecture.md. */

/** The app's layers, top first. A layer imports only what stands below it. */
const layers = [
  ['src/handlers'],
  ['src/turn'],
  ['src/dialog'],
  ['src/knowledge'],
  ['src/safety', 'src/triage', 'src/routing', 'src/places', 'src/answers'],
  ['src/language'],
  ['settings'],
  ['contract'],
];

const anyOf = (folders) => `^(${folders.join('|')})/`;

const layerRules = layers.slice(1).map((layer, index) => ({
  name: `layer-${layer.map((folder) => folder.replace('src/', '')).join('-')}`,
  comment:
    'Imports go down: handlers → turn → dialog → safety, triage, routing → language → settings → contract.',
  severity: 'error',
  from: { path: anyOf(layer) },
  // a type from above is a fact about data, not a dependency of code; settings describe data of the pure folders
  to: {
    path: anyOf(layers.slice(0, index + 1).flat()),
    dependencyTypesNot: layer.includes('settings') ? ['type-only'] : [],
  },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '/index\\.tsx?$', pathNot: 'node_modules' },
    },
    {
      name: 'engine-at-the-edge',
      comment:
        'The Apps-Engine is imported by the edge of the app, by its packager and by the workspace that hosts it.',
      severity: 'error',
      from: {
        path: '^(contract|settings|src|crm-sync|cli|workspace)/',
        pathNot:
          '^(src/(handlers|turn|effects)/|src/AcolheApp\\.ts$|settings/app-settings\\.ts$|cli/packaging/|workspace/)',
      },
      to: { path: '@rocket\\.chat/apps-engine' },
    },
    {
      name: 'app-alone',
      comment: 'The app knows nothing of the service, the command line or the workspace.',
      severity: 'error',
      from: { path: '^(contract|settings|src)/' },
      to: { path: '^(crm-sync|cli|workspace)/' },
    },
    {
      name: 'edge-is-private',
      comment: 'Nobody outside the app imports its edge but what measures and tests it.',
      severity: 'error',
      from: { pathNot: '^(src|test|bench)/' },
      to: { path: '^src/(handlers|turn|effects)/' },
    },
    {
      name: 'pure-without-effects',
      severity: 'error',
      from: { path: '^src/(card|dialog|safety|triage|routing|language)/' },
      to: { path: '^src/effects/' },
    },
    {
      name: 'pure-without-input-output',
      comment: 'The pure folders reach neither files nor the network.',
      severity: 'error',
      from: {
        path: '^(contract|src/(card|dialog|knowledge|safety|triage|routing|language|places|answers))/',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'service-alone',
      severity: 'error',
      from: { path: '^crm-sync/' },
      to: { path: '^(cli|workspace)/' },
    },
    {
      name: 'store-below-capabilities',
      severity: 'error',
      from: { path: '^crm-sync/store/' },
      // the log that every store hands out stands below it
      to: { path: '^crm-sync/', pathNot: '^crm-sync/(store|config|audit/(log|audit-store))' },
    },
    {
      name: 'workspace-alone',
      comment:
        'The stand-in for Rocket.Chat shares only the contract, else it would agree with our mistakes.',
      severity: 'error',
      from: { path: '^workspace/' },
      to: { path: '^(settings|src|crm-sync|cli)/' },
    },
    {
      name: 'workspace-is-run-not-imported',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^workspace/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Tests import what runs, never the other way.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'tools-are-run-not-imported',
      comment: 'Scripts and measurements stand around the product: nothing of it needs them.',
      severity: 'error',
      from: { path: '^(contract|settings|src|crm-sync|cli|workspace)/' },
      to: { path: '^(scripts|bench)/' },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      from: { path: '^(contract|settings|src|crm-sync|cli|workspace|scripts|bench)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'service-without-development-packages',
      severity: 'error',
      from: { path: '^(contract|crm-sync)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.acolhe)/|^workspace/deno/' },
    // cli/ is an npm workspace only for its command's name; the packages are declared once, above
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'] },
  },
};
