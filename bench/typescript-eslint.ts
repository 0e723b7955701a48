import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { sourceFiles } from './repository.ts'
import { type Reading, type Tool } from './tool.ts'

/** The parts of ESLint's JSON that are counted. */
type Report = readonly { readonly fatalErrorCount: number; readonly messages: readonly unknown[] }[]

/** One program of all files: what the folder itself configures may leave files out, or read them several times. */
const compilerOptions = {
  target: 'es2023', module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve', allowJs: true,
  experimentalDecorators: true, strict: true, skipLibCheck: true, noEmit: true, types: [],
}

/**
 * ESLint with typescript-eslint's typed rule no-floating-promises and no other, on the files that a review reads. Its
 * configuration lies in `scratch`.
 */
export function typescriptEslint(scratch: string): Tool {
  const program = join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'bin', 'eslint.js')
  const configuration = join(scratch, 'eslint.config.mjs')
  const flags = ['--config', configuration, '--format', 'json', '--no-inline-config', '--no-warn-ignored']
  return {
    name: 'typescript-eslint',
    version: manifest.devDependencies['typescript-eslint'],
    language: 'typescript',
    command: (folder) => {
      const files = sourceFiles(folder, 'typescript')
      writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: files.map((file) => join(folder, file)) }))
      writeFileSync(configuration, configurationText(scratch))
      return { program: process.execPath, args: [program, ...flags, '--', ...files], environment: {}, directory: folder }
    },
    exitCodes: [0, 1],
    read: ({ stdout }) => Promise.resolve(readResults(stdout)),
  }
}

/** ESLint lints relative to the folder it runs in, so that its configuration may lie elsewhere. */
function configurationText(scratch: string): string {
  return `
    import tseslint from ${JSON.stringify(import.meta.resolve('typescript-eslint'))}
    const { parser, plugin } = tseslint
    const parserOptions = { project: 'tsconfig.json', tsconfigRootDir: ${JSON.stringify(scratch)} }
    export default [
      {
        files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
        plugins: { '@typescript-eslint': plugin },
        languageOptions: { parser, parserOptions },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: { '@typescript-eslint/no-floating-promises': 'error' },
      },
    ]
  `
}

/** Counts what is in ESLint's JSON. Throws a SyntaxError for any other text. */
export function readResults(json: string): Reading {
  const results = JSON.parse(json) as Report
  const unread = results.filter(({ fatalErrorCount }) => fatalErrorCount > 0).length
  return { findings: results.reduce((sum, { messages }) => sum + messages.length, 0) - unread, files: results.length, unread }
}
