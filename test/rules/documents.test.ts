import { describe, expect, test } from 'vitest'
import { documents } from './documents/load.ts'
import { findSyntaxErrors } from './documents/syntax.ts'
import { compare } from './expectation.ts'
import { findAll } from './findings.ts'
import { describeFindings, describeVariant, variants } from './variant.ts'

for (const { path, groups, problem } of documents) {
  describe(path, () => {
    test('has the form of its kind of document', () => {
      expect(problem).toBeNull()
    })

    test('holds only code that is valid', () => {
      expect(groups.flatMap(({ files }) => [...files].flatMap(([file, text]) => findSyntaxErrors(file, text)))).toEqual([])
    })

    for (const { name, files, markers } of groups) {
      test(name, () => {
        const findings = findAll(files)
        const { found, expected } = compare(findings, markers, files)
        expect(found).toEqual(expected)

        const asWritten = describeFindings(findings, files)
        for (const variant of variants) expect(describeVariant(files, variant), variant.name).toEqual(asWritten)
      })
    }
  })
}
