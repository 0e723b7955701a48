import { describe, expect, test } from 'vitest'
import { isAtLeast } from '../../scripts/prove/environments/versions.ts'
import { suits } from '../../scripts/prove/job.ts'
import { findProofs, readHead } from '../../scripts/prove/proof.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { environmentWith } from './fakes.ts'

const python = '"""\nA claim that\ngoes on.\n\nneeds: redis, own redis, rabbitmq\nsince: celery 5.5\n"""\n\nprint("needs: postgres")\n'

describe('the head of a proof', () => {
  test('in Python is its docstring', () => {
    expect(readHead('rules/late-call/proof.py', python)).toEqual({
      id: 'late-call',
      file: 'rules/late-call/proof.py',
      language: 'python',
      claim: 'A claim that goes on.',
      needs: ['redis', 'own redis', 'rabbitmq'],
      since: '5.5',
    })
  })

  test('in TypeScript is a block comment; a reference is called by its section', () => {
    const text = '/**\n * A claim that\n * goes on.\n *\n * needs: postgres\n */\nimport x from "x"\n'
    expect(readHead('proofs/references/periodic-tasks/time-zones.ts', text)).toMatchObject({
      id: 'periodic-tasks#time-zones',
      language: 'typescript',
      claim: 'A claim that goes on.',
      needs: ['postgres'],
      since: null,
    })
  })

  test('may name nothing but the claim', () => {
    expect(readHead('rules/a/proof.py', '"""It holds."""\n')).toMatchObject({ claim: 'It holds.', needs: [], since: null })
  })

  test.each([
    ['import lab\n', /rules\/a\/proof\.py does not start with its claim, in a docstring/],
    ['"""\nneeds redis.\n\nneeds: redis, mongo\n"""', /rules\/a\/proof\.py needs "mongo"; there are redis, own redis, rabbitmq, postgres/],
  ])('%j is refused', (text, reason) => {
    expect(() => readHead('rules/a/proof.py', text)).toThrow(reason)
  })
})

test('proofs stand beside rules and below the references', async () => {
  const head = '"""It holds."""\n'
  const root = await temporaryFolder({
    'rules/b/proof.py': head,
    'rules/a/proof.ts': '/** It holds. */\n',
    'rules/a/proof.py': head,
    'rules/a/deep/proof.py': head,
    'rules/a/rule.ts': '',
    'proofs/references/errors/caps.py': head,
    'proofs/lab/web.py': head,
  })
  expect((await findProofs(root)).map(({ file }) => file)).toEqual(['rules/a/proof.py', 'rules/a/proof.ts', 'rules/b/proof.py', 'proofs/references/errors/caps.py'])
})

test('a proof runs on the versions of its language, from the oldest that it names on', () => {
  const proof = readHead('rules/late-call/proof.py', python)
  const since = (version: string): boolean => suits(proof, environmentWith('python', { celery: version }))
  expect([since('5.4.0'), since('5.5.0'), since('5.10.1')]).toEqual([false, true, true])
  expect(suits(proof, environmentWith('typescript', {}))).toBe(false)
  expect([isAtLeast('5', '5.0'), isAtLeast('5.6', '5.6.1'), isAtLeast('22.12.0', '22.9.4')]).toEqual([true, false, true])
})
