import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../eslint-plugin/main.ts'
import { reviewPaths, reviewSources } from '../../review/review.ts'
import { documents } from '../rules/documents/load.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { inOrder, lint, shownByReview } from './comparing.ts'

const examples = join(import.meta.dirname, '../../examples')

/** Sees nothing in a text but its length. */
const blindParser: Linter.Parser = {
  meta: { name: 'blind', version: '1' },
  parse: (text) => ({
    type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
  }),
}

/** Each case of a document is a project of its own: a configuration at its top says that nothing above belongs to it. */
function projectsIn(groups: (typeof documents)[number]['groups'], rewrite: (text: string) => string): [string, ReadonlyMap<string, string>][] {
  return groups.map(({ files }, index) => [`case-${index}/`, new Map([...files].map(([path, text]) => [path, rewrite(text)]))])
}

describe('ESLint finds what a review finds', () => {
  const written = [['as written', (text: string) => text], ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')]] as const

  for (const { path, groups } of documents) {
    test.each(written)(`in every case of ${path}, %s`, { timeout: 120_000 }, async (_, rewrite) => {
      const projects = projectsIn(groups, rewrite)
      const files = projects.flatMap(([prefix, project]) => [[`${prefix}taskwise.config.json`, '{}'] as const, ...[...project].map(([file, text]) => [prefix + file, text] as const)])
      const folder = await temporaryFolder(Object.fromEntries(files))
      const reviewed = projects.flatMap(([prefix, project]) => shownByReview(reviewSources(project, { strict: true }), prefix))
      expect(reviewed).not.toEqual([])
      expect(await lint(folder)).toEqual(reviewed.sort(inOrder))
    })
  }

  for (const { name } of readdirSync(examples, { withFileTypes: true }).filter((entry) => existsSync(join(examples, entry.name, 'mistakes.json')))) {
    test(`in examples/${name}, whichever parser reads TypeScript`, { timeout: 120_000 }, async () => {
      const folder = join(examples, name)
      const reviewed = shownByReview(await reviewPaths({ paths: [folder], directory: folder, strict: true }))
      expect(reviewed).not.toEqual([])
      expect(await lint(folder)).toEqual(reviewed)
      for (const parser of [tseslint.parser, blindParser]) {
        const reading = { files: ['**/*.ts'], languageOptions: { parser } }
        expect(await lint(folder, [reading, ...plugin.configs.all])).toEqual(reviewed)
        expect(await lint(folder, [...plugin.configs.all, reading])).toEqual(reviewed)
      }
    })
  }
})
