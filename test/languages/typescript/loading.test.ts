import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { extractTypeScript } from '../../../analysis/languages/typescript/extract.ts'

function isCompilerLoaded(): boolean {
  return Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('ts-morph'))
}

test('the compiler is loaded with the first file, not before', () => {
  expect(isCompilerLoaded()).toBe(false)
  extractTypeScript('src/mail.ts', 'f()')
  expect(isCompilerLoaded()).toBe(true)
})
