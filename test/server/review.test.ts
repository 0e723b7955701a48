import { symlinkSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { review } from '../../server/tools/review.ts'
import { showReview } from '../../server/tools/review-text.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { calledEarly, calledEarlyLine } from './mistake.ts'

describe('code by itself', () => {
  test('is reviewed under the name it is given', async () => {
    const { root, findings, review_again } = await review({ code: calledEarly, filename: './shop/orders.py' }, [])
    expect(root).toBe('')
    expect(findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
      { rule: 'on-commit-called-early', file: 'shop/orders.py', line: calledEarlyLine },
    ])
    expect(review_again).toBe(true)
  })

  test('without a mistake leaves nothing to do', async () => {
    const answer = await review({ code: '\uFEFFprint("hello")\n' }, [])
    expect(answer).toEqual({ root: '', findings: [], checklist: [], partly_read: [], problems: [], review_again: false })
    expect(showReview(answer)).toBe('Nothing found in the code.')
  })

  test('in TypeScript is reviewed by the ending of its name', async () => {
    const code = "import { Queue } from 'bullmq'\nconst mails = new Queue('mails')\nexport function send(id: string): void {\n  mails.add('send', { id })\n}\n"
    const { findings } = await review({ code, filename: 'src/jobs.ts' }, [])
    expect(findings.map(({ rule, line }) => ({ rule, line }))).toEqual([{ rule: 'unawaited-dispatch', line: 4 }])
  })

  test('that is broken is read as far as it goes', async () => {
    const answer = await review({ code: `${calledEarly}\ndef (:\n` }, [])
    expect(answer.findings).toHaveLength(1)
    expect(answer.partly_read).toMatchObject([{ file: 'snippet.py' }])
    expect(showReview(answer)).toContain('Partly read: snippet.py, from line')
  })
})

test.each([
  [{}, 'Give `code`, or `paths`'],
  [{ paths: [] }, 'Give `code`, or `paths`'],
  [{ code: '', paths: ['.'] }, 'not both'],
  [{ code: '', filename: 'tasks.rb' }, '`tasks.rb` is no Python, TypeScript or JavaScript'],
  [{ code: 'ü'.repeat(600_000) }, 'larger than 1 MiB'],
])('a request that makes no sense is refused (%#)', async (request, reason) => {
  await expect(review(request, [])).rejects.toThrow(reason)
})

describe('paths', () => {
  test('are reviewed with their project, and only they are reported', async () => {
    const root = await temporaryFolder({ 'manage.py': '', 'shop/orders.py': calledEarly, 'shop/returns.py': calledEarly })
    const whole = await review({ paths: ['.'] }, [root])
    expect(whole).toMatchObject({ root, problems: [] })
    expect(whole.findings.map(({ file }) => file)).toEqual(['shop/orders.py', 'shop/returns.py'])
    const one = await review({ paths: ['shop/returns.py'] }, [root])
    expect(one.findings.map(({ file, line }) => ({ file, line }))).toEqual([{ file: 'shop/returns.py', line: calledEarlyLine }])
  })

  test('that cannot be reviewed are told once each', async () => {
    const root = await temporaryFolder({ 'notes.txt': '' })
    await writeFile(join(root, 'broken.py'), Buffer.from([0x78, 0xff]))
    const { problems } = await review({ paths: ['.', 'broken.py', 'notes.txt'] }, [root])
    expect(problems).toHaveLength(2)
    expect(problems.join('\n')).toMatch(/notes\.txt` is not source code[^]*`broken\.py` was not reviewed/)
  })

  test('lead to nothing outside the roots, neither by links nor by a project above', async () => {
    const folder = await temporaryFolder({
      'manage.py': '',
      'taskwise.config.json': 'this would be an error if it were read',
      'outside.py': calledEarly,
      'shop/orders.py': 'print("hello")\n',
    })
    const root = join(folder, 'shop')
    symlinkSync(join(folder, 'outside.py'), join(root, 'linked.py'))
    symlinkSync(folder, join(root, 'linked'))
    const answers = await Promise.all([review({ paths: ['.'] }, [root]), review({ paths: ['orders.py'] }, [root])])
    expect(answers.map(({ root: reviewed, findings }) => ({ reviewed, findings }))).toEqual([
      { reviewed: root, findings: [] },
      { reviewed: root, findings: [] },
    ])
    await expect(review({ paths: ['linked.py'] }, [root])).rejects.toThrow('outside the allowed roots')
  })

  test.each(['taskwise.config.json', 'pyproject.toml', '.gitignore'])('lead to no %s behind a link out of the roots', async (name) => {
    const folder = await temporaryFolder({ 'outside/file': 'orders.py\n[taskwise', 'shop/orders.py': calledEarly })
    const root = join(folder, 'shop')
    symlinkSync(join(folder, 'outside/file'), join(root, name))
    const { findings } = await review({ paths: ['.'] }, [root])
    expect(findings).toHaveLength(1)
  })
})

test('the words say what the data says', () => {
  const place = { file: 'shop/orders.py', line: 9, column: 5, end_line: 9, end_column: 30 }
  const evidence = { ...place, line: 8, message: 'The transaction opens here.' }
  const finding = { ...place, rule: 'a-rule', severity: 'error', message: 'It hurts.', related: [evidence], guidance: ['reference#section'], url: 'https://example.org/a-rule', fixable: true } as const
  const answer = {
    root: '/shop',
    findings: [finding, { ...finding, severity: 'warning', related: [], guidance: [], fixable: false } as const],
    checklist: [{ check: 'errors handled', verdict: 'unknown', reason: 'no code is in sight' } as const],
    partly_read: [{ file: 'a.py', line: 3, reason: 'odd syntax' }],
    problems: ['`b.py` was not reviewed: too large.', '`c.py` cannot be reviewed.'],
    review_again: true,
  }
  expect(showReview(answer)).toBe(`Found in /shop: 1 error, 1 warning.

shop/orders.py:9:5-9:30: error a-rule
  It hurts.
  shop/orders.py:8:5-9:30: The transaction opens here.
  \`taskwise review --fix\` rewrites it.
  Why: reference#section, https://example.org/a-rule

shop/orders.py:9:5-9:30: warning a-rule
  It hurts.
  Why: https://example.org/a-rule

Checklist:
  unknown: errors handled: no code is in sight

Partly read: a.py, from line 3: odd syntax.

\`b.py\` was not reviewed: too large.

\`c.py\` cannot be reviewed.

Fix what is found, then review once more.`)
})
