import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { documents, ruleFolders } from './documents/load.ts'
import { applyEdits, countUnreadable } from './edits.ts'
import { type FileFinding, findAll, placesOf } from './findings.ts'

const root = join(import.meta.dirname, '../../rules')

describe('the registry', () => {
  test('holds the rule of every folder, under the name of the folder', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleFolders)
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s is complete', (id, rule) => {
    const missing = ['rule.ts', 'rule.md', 'cases.md'].filter((name) => !existsSync(join(root, id, name)))
    expect(missing).toEqual([])
    expect(id).toMatch(/^(?!no-|disallow-)[a-z]+(?:-[a-z]+)*$/)
    expect(rule.summary).toMatch(/^[A-Z][^`]+[^.]\.$/)
    expect(rule.frameworks).not.toEqual([])
  })
})

const examples = documents.flatMap(({ path, groups }) =>
  groups.filter(({ markers }) => markers.length > 0).map(({ name, files }) => ({ name: `${path} ${name}`, files })),
)

describe.each(examples)('$name', ({ files }) => {
  test('every message is a sentence, and every place lies in its file', () => {
    for (const finding of findAll(files)) {
      expect(finding.message).toMatch(/^[A-Z`][^\n]*[^.]\.$/)
      expect(finding.message.split('`').length % 2, `backticks in pairs: ${finding.message}`).toBe(1)
      const astray = placesOf(finding).filter(({ file, span }) => span.start > span.end || span.end > (files.get(file)?.length ?? -1))
      expect(astray).toEqual([])
    }
  })

  test('a fix takes away its own finding, adds none and leaves the file readable', () => {
    const findings = findAll(files)
    for (const finding of findings) {
      if (finding.fix.length === 0) continue
      const fixed = edit(files, finding, finding.fix)
      expect(tally(findAll(fixed))).toEqual(tally(findings.filter((other) => other !== finding)))
      expect(countAllUnreadable(fixed)).toBe(countAllUnreadable(files))
    }
    expect(findAll(files)).toEqual(findings)
  })

  test('a suggestion leaves the file readable', () => {
    for (const finding of findAll(files)) {
      for (const { edits } of finding.suggestions) {
        expect(edits).not.toEqual([])
        expect(countAllUnreadable(edit(files, finding, edits))).toBe(countAllUnreadable(files))
      }
    }
    expect(countAllUnreadable(files)).toBeLessThan(Number.POSITIVE_INFINITY)
  })
})

function edit(files: ReadonlyMap<string, string>, { file }: FileFinding, edits: FileFinding['fix']): Map<string, string> {
  return new Map([...files, [file, applyEdits(files.get(file) ?? '', edits)]])
}

/** Rules and files of findings, in order: what stays the same when text moves. */
function tally(findings: readonly FileFinding[]): string[] {
  return findings.map(({ rule, file }) => `${file} ${rule}`).sort()
}

function countAllUnreadable(files: ReadonlyMap<string, string>): number {
  return [...files].filter(([path]) => path.endsWith('.py')).reduce((sum, [path, text]) => sum + countUnreadable(path, text), 0)
}
