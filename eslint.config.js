import tseslint from 'typescript-eslint';

/** What a machine can check of how we write: sizes, no `any`, nothing unused, nothing left floating. */
export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.lianqiao/**',
      '**/data/**',
      'apps/api/public/**',
      '**/*.generated.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['apps/**/*.ts', 'apps/web/**/*.tsx', 'libs/**/*.ts', 'test/**/*.ts'],
    languageOptions: {
      parserOptions: {
        // The service is made once for the whole run: what belongs to no project is named here.
        projectService: { allowDefaultProject: ['apps/web/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      eqeqeq: 'error',
    },
  },
  // The tools' own configuration: their loaders want a default export, and no program of ours holds them.
  {
    files: ['apps/web/vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['apps/web/build/*.cjs', 'test/support/native/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*-contract.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['libs/database/src/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
);
