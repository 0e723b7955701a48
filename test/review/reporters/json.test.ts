import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { reportJson } from '../../../review/reporters/json.ts'
import { reviewSources } from '../../../review/review.ts'
import { findingAt, placeOf, resultOf } from '../place.ts'

const schema = await readFile(join(import.meta.dirname, '../../../docs/review.schema.json'), 'utf8')

/** The published schema lets fields be added; a report of today must not have one that it does not describe. */
const closedSchema = parse(schema, (_, value: unknown) =>
  typeof value === 'object' && value !== null && 'properties' in value ? { ...value, additionalProperties: false } : value,
)
const validator = new Ajv2020({ allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } }).compile(closedSchema)

/** An object in JSON. */
function parse(text: string, reviver?: (key: string, value: unknown) => unknown): object {
  const value: unknown = JSON.parse(text, reviver)
  if (typeof value !== 'object' || value === null) throw new TypeError('Not an object.')
  return value
}

function complaints(report: string): unknown {
  return validator(JSON.parse(report)) ? [] : validator.errors
}

const text = 's = "🐍"; send(user)\n'
const full = resultOf(
  { 'a.py': text },
  [
    findingAt(placeOf('a.py', text, 'user'), {
      related: [{ ...placeOf('a.py', text, 'send'), message: 'It is sent here.' }],
      guidance: ['error-handling#caps'],
      fix: [{ span: { start: 0, end: 1 }, text: 't' }],
    }),
  ],
  {
    files: {
      read: 3,
      partlyRead: [{ file: 'b.py', line: 2, reason: 'syntax that could not be understood' }],
      skipped: [{ file: 'c.py', reason: 'larger than 2 MiB', isFailure: false }],
    },
  },
)

describe('the JSON report', () => {
  test('is what the schema says, every field of it', () => {
    expect(complaints(reportJson(full))).toEqual([])
    expect(complaints(reportJson(resultOf({}, [])))).toEqual([])
  })

  test('of a real review is what the schema says', () => {
    const tasks = 'from celery import shared_task\n\n\n@shared_task(max_retries=None, bind=True)\ndef sync(self):\n    raise self.retry()\n'
    const report = reportJson(reviewSources(new Map([['tasks.py', tasks]])))
    expect(complaints(report)).toEqual([])
    expect(report).toContain('"rule": "uncapped-retry"')
  })

  test('the schema would notice a missing, a wrong and an unknown field', () => {
    const report = parse(reportJson(full))
    expect(complaints(JSON.stringify({ ...report, root: undefined }))).not.toEqual([])
    expect(complaints(JSON.stringify({ ...report, schemaVersion: 2 }))).not.toEqual([])
    expect(complaints(JSON.stringify({ ...report, extra: true }))).not.toEqual([])
  })

  test('holds positions from 1 in UTF-16 units, and no source code', () => {
    expect(JSON.parse(reportJson(full))).toEqual({
      schemaVersion: 1,
      tool: { name: 'taskwise', version: '0.1.0' },
      root: '/project',
      files: {
        read: 3,
        partlyRead: [{ file: 'b.py', line: 2, reason: 'syntax that could not be understood' }],
        skipped: [{ file: 'c.py', reason: 'larger than 2 MiB' }],
      },
      findings: [
        {
          rule: 'some-rule',
          severity: 'error',
          message: 'Something breaks.',
          file: 'a.py',
          line: 1,
          column: 16,
          endLine: 1,
          endColumn: 20,
          related: [{ message: 'It is sent here.', file: 'a.py', line: 1, column: 11, endLine: 1, endColumn: 15 }],
          guidance: ['error-handling#caps'],
          url: 'https://example.org/rule',
          fixable: true,
        },
      ],
      durationMs: 1234,
    })
  })
})
