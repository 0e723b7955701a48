import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const reExports = 'A name is imported from the file that defines it, so that the import graph tells the truth: no barrels.'

/** A test that does not run, or that hides the others, is a promise nobody keeps. */
const unrunTests = ['describe', 'it', 'test'].flatMap((object) =>
  ['fails', 'only', 'runIf', 'skip', 'skipIf', 'todo'].map((property) => ({ object, property, message: 'Every test runs and passes, everywhere.' })),
)

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'examples/', '.cache/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: reExports },
        { selector: 'ExportNamedDeclaration[source]', message: reExports },
      ],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
    },
  },
  {
    // What a person starts writes to the terminal.
    files: ['cli/main.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The body of a `describe` is a list of tests, not a function someone has to follow.
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-properties': ['error', ...unrunTests],
    },
  },
  {
    // Those who load them ask for a default export.
    files: ['*.config.ts', 'eslint-plugin/main.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
