import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { languageOf } from './documents/language.ts'
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

for (const { path, groups } of documents) {
  for (const { name, files } of groups.filter(({ markers }) => markers.length > 0)) {
    describe(`${path}, ${name}`, () => {
      test('every message is a sentence, and every place lies in its file', () => {
        const findings = findAll(files)
        expect(findings.map(({ message }) => message).filter((message) => !isSentence(message))).toEqual([])
        const isAstray = ({ file, span }: ReturnType<typeof placesOf>[number]): boolean =>
          span.start > span.end || span.end > (files.get(file)?.length ?? -1)
        expect(findings.flatMap(placesOf).filter(isAstray)).toEqual([])
      })

      test('a fix takes away its own finding and adds none, a suggestion none of its rule', () => {
        const findings = findAll(files)
        for (const { finding, edits, concerned } of findings.flatMap(proposalsOf)) {
          const edited = new Map([...files, [finding.file, applyEdits(files.get(finding.file) ?? '', edits)]])
          const change = `${finding.rule}: ${edits.map(({ text }) => text).join(' and ')}`
          expect(countAllUnreadable(edited), change).toBe(countAllUnreadable(files))
          const others = findings.filter((other) => other !== finding)
          expect(tally(findAll(edited).filter(concerned)), change).toEqual(tally(others.filter(concerned)))
        }
        expect(findAll(files)).toEqual(findings)
      })
    })
  }
}

/** Starts with a capital or with code, ends with one full stop, holds no line end, and every backtick has its partner. */
function isSentence(message: string): boolean {
  return /^[A-Z`][^\n]*[^.]\.$/.test(message) && message.split('`').length % 2 === 1
}

interface Proposal {
  readonly finding: FileFinding
  readonly edits: FileFinding['fix']
  /** The findings that the edits must not add to: a renamed option may turn out to be one that another rule is about. */
  readonly concerned: (other: FileFinding) => boolean
}

function proposalsOf(finding: FileFinding): Proposal[] {
  const suggested = finding.suggestions.map(({ edits }) => ({ finding, edits, concerned: (other: FileFinding) => other.rule === finding.rule }))
  return [{ finding, edits: finding.fix, concerned: () => true }, ...suggested].filter(({ edits }) => edits.length > 0)
}

/** Rules and files of findings, in order: what stays the same when text moves. */
function tally(findings: readonly FileFinding[]): string[] {
  return findings.map(({ rule, file }) => `${file} ${rule}`).sort()
}

function countAllUnreadable(files: ReadonlyMap<string, string>): number {
  return [...files].filter(([path]) => languageOf(path) !== null).reduce((sum, [path, text]) => sum + countUnreadable(path, text), 0)
}
