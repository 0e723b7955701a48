import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { discoverFiles } from '../../../analysis/project/files/discover.ts'
import { LinkedProject } from '../../../eslint-plugin/project/linked-project.ts'
import { reviewSources } from '../../../review/review.ts'
import { rules } from '../../../rules/registry.ts'

const examples = join(import.meta.dirname, '../../../examples')

/** Every so many lines of a project, one is taken out. */
const step = 41

/** `rule:start-end` for everything found in a file. */
function checked(project: LinkedProject, path: string, text: string): string[] {
  const check = project.check(path, text)
  return rules.flatMap(({ id }) => check.findings(id)).map(({ rule, span, message }) => `${rule}:${span.start}-${span.end} ${message}`).sort()
}

function reviewed(files: ReadonlyMap<string, string>, path: string): string[] {
  const findings = reviewSources(files, { strict: true }).findings.filter(({ file, rule }) => file === path && rule !== 'unused-suppression')
  return findings.map(({ rule, span, message }) => `${rule}:${span.start}-${span.end} ${message}`).sort()
}

describe.each([['shop'], ['newsletter']])('in examples/%s, edits one after the other', (name) => {
  const root = join(examples, name)
  const { sources, others } = discoverFiles(root)
  const files = new Map([...sources, ...others].map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const lines = sources.flatMap((path) => (files.get(path) ?? '').split('\n').map((_, line) => [path, line] as const))
  const edits = lines.filter((_, index) => index % step === 0)

  test('find what a review of the edited project finds', { timeout: 120_000 }, () => {
    const project = new LinkedProject({ root, folders: [root], reportedFolders: [root], reportedFiles: [], problems: [] })
    expect(edits.length).toBeGreaterThan(10)
    for (const [path, line] of edits) {
      const edited = (files.get(path) ?? '').split('\n').toSpliced(line, 1).join('\n')
      expect(checked(project, path, edited), `${path}:${line + 1} taken out`).toEqual(reviewed(new Map([...files, [path, edited]]), path))
    }
    for (const path of sources) expect(checked(project, path, files.get(path) ?? ''), path).toEqual(reviewed(files, path))
  })
})
