import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.acolhe/', 'i18n/', 'workspace/deno/', '**/*.js', '!scripts/**'] },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-param-reassign': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-throw-literal': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // with noUncheckedIndexedAccess, `!` after an index is how one says what a loop already made sure
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Only the command line and start-up files speak to the console.
    files: ['{contract,settings,src,crm-sync,workspace}/**/*.{ts,tsx}'],
    ignores: ['**/main.ts'],
    rules: { 'no-console': 'error' },
  },
  // tables of cases may be long
  { files: ['test/**'], rules: { 'max-lines': ['error', { max: 500 }] } },
  // Rocket.Chat wants an app class as the default export
  { files: ['*.config.mjs', 'test/support/*-app-class.ts'], rules: { 'no-restricted-exports': 'off' } },
);
