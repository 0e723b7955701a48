import { expect, test } from 'vitest'
import { versionsLabel } from '../../scripts/prove/label.ts'
import { findStale, lasting, proofPage, renewPage } from '../../scripts/prove/page.ts'
import { readHead } from '../../scripts/prove/proof.ts'
import { resultTable } from '../../scripts/prove/table.ts'
import { environmentWith, resultOf } from './fakes.ts'

const log = (time: string, id: string): string => `[2026-11-22 19:35:${time},216: ERROR/ForkPoolWorker-2] Task a[${id}] raised in 0.012s at 0x7f12 on redis://127.0.0.1:38275/96`
const older = resultOf('late-call', '5.4.0', [
  { kind: 'wrong', line: log('22', 'd0da7c9a-d1b4-40ba-837f-0723c97d78e7') },
  { kind: 'right', line: 'it holds' },
])
const newer = resultOf('late-call', '5.7.0', [
  { kind: 'wrong', line: log('23', 'e0da7c9a-d1b4-40ba-837f-0723c97d78e7') },
  { kind: 'right', line: 'it holds, says the new one' },
])

test('the page has a row for each proof and the lines that show it, without what changes from run to run', () => {
  const page = proofPage([newer, older])
  expect(page).toContain('| [late-call](../rules/late-call/proof.py) | It holds \\| fails. | Celery 5.7.0, Django 5.2; Celery 5.4.0, Django 5.2 | 60 s |\n')
  expect(page).toContain('```text\n[ERROR/ForkPoolWorker] Task a[…] raised in …s at 0x… on redis://127.0.0.1:…\n```')
  expect(page).toContain('```text\nit holds, says the new one\nit holds\n```')
  expect(proofPage([newer, older].map((result) => ({ ...result, seconds: 48.1 })))).toBe(page)
})

test('a page that lacks a proof, tells another claim, or lists one that is gone is stale', () => {
  const page = proofPage([newer])
  const [proof, other] = [newer.job.proof, readHead('rules/b/proof.py', '"""Another."""')]
  expect(findStale(page, [proof])).toEqual([])
  expect(findStale(page, [proof, other])).toEqual(['docs/proofs.md does not list rules/b/proof.py with its claim'])
  expect(findStale(page, [{ ...proof, claim: 'It breaks.' }])).toEqual(['docs/proofs.md does not list rules/late-call/proof.py with its claim'])
  expect(findStale(page, [])).toEqual(['docs/proofs.md lists rules/late-call/proof.py, which is gone'])
})

test('a run of some proofs leaves what the page says of the others', () => {
  const early = resultOf('early-call', '5.7.0', [{ kind: 'wrong', line: 'it breaks' }])
  const again = resultOf('late-call', '5.7.0', [{ kind: 'right', line: 'it still holds' }])
  expect(renewPage(proofPage([early, newer, older]), proofPage([again]))).toBe(proofPage([early, again]))
  expect(renewPage(proofPage([newer, older]), proofPage([early]))).toBe(proofPage([early, newer, older]))
})

test('the table shows what a failed proof wrote', () => {
  const table = resultTable([newer, resultOf('b', '5.4.0', [], 'it ended with 1')])
  expect(table.split('\n')).toEqual([
    'shown   late-call  12.3 s  Celery 5.7.0, Django 5.2  It holds | fails.',
    'FAILED  b          12.3 s  Celery 5.4.0, Django 5.2  It holds | fails.',
    '',
    'rules/b/proof.py (Celery 5.4.0, Django 5.2): it ended with 1',
    '    first',
    '    last',
    '',
    '1 shown, 1 failed',
  ])
})

test('a proof in TypeScript is shown on the packages that its examples import', () => {
  const text = "import { Queue } from 'bullmq'\nimport { InjectQueue } from '@nestjs/bullmq'\nimport fs from 'node:fs'\nimport { a } from './a'\n"
  const environment = environmentWith('typescript', { bullmq: '6.7.0', '@nestjs/bullmq': '12.0.0', typeorm: '1.1.1' })
  const proof = readHead('rules/a/proof.ts', '/** It holds. */')
  expect(versionsLabel({ proof, environment, examples: [{ role: 'wrong', heading: null, files: { 'a.ts': text } }], number: 0 })).toBe('@nestjs/bullmq 12.0.0, bullmq 6.7.0')
})

test('what is no id, time or address stays', () => {
  expect(lasting('/home/me/.cache/python3/site-packages/celery/app/trace.py:662: RuntimeWarning')).toBe('…/site-packages/celery/app/trace.py:662: RuntimeWarning')
  expect(lasting('TypeError: 12 in 3 at 127.0.0.1')).toBe('TypeError: 12 in 3 at 127.0.0.1')
})
