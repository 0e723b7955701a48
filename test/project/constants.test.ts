import { expect, test } from 'vitest'
import { constantOf } from '../../analysis/project/inference/constants.ts'
import { startInference } from '../../analysis/project/inference/infer.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

const limits = 'ATTEMPTS = 4\nPAUSE = 60 * 2\n'

/** The value of the argument of `show(…)` in a module: `undefined` where it is not known. */
function shown(source: string): string | number | boolean | null | undefined {
  const types = startInference(memoryWorkspace(new Map([['shop/tasks.py', source], ['shop/limits.py', limits], ['shop/__init__.py', '']])))
  const file = types.workspace.facts('shop/tasks.py')
  const call = file?.calls.find(({ callee }) => callee.kind === 'name' && callee.name === 'show')
  const value = call?.arguments[0]?.value
  if (file === null || call === undefined || value === undefined) throw new Error('Nothing is shown.')
  const constant = constantOf(types, value, { file, function: call.function, at: call.span.start })
  return constant.state === 'known' ? constant.value : undefined
}

test.each<[string, string | number | boolean | null]>([
  ['show(5)', 5],
  ['show(-1)', -1],
  ['show("queue")', 'queue'],
  ['show(None)', null],
  ['show(60 * 60 * 24 - 1)', 86399],
  ['show(7 // 2)', 3],
  ['show("a" + "b")', 'ab'],
  ['show(None or 5)', 5],
  ['show(0 and unknown())', 0],
  ['show(not True)', false],
  ['LIMIT = 3\nshow(LIMIT + 1)', 4],
  ['HOUR = 60 * 60\nDAY = 24 * HOUR\nshow(DAY)', 86400],
  ['HOST = "shop"\nshow(f"{HOST}.tasks")', 'shop.tasks'],
  ['from shop.limits import ATTEMPTS\nshow(ATTEMPTS)', 4],
  ['from shop import limits\nshow(limits.PAUSE)', 120],
  ['import shop.limits as bounds\nshow(bounds.ATTEMPTS)', 4],
  ['def run():\n    limit = 6\n    show(limit)', 6],
  ['show(1 if settings.DEBUG else None)', null],
  ['show(8 if not settings.TESTING else 1)', 8],
  ['show(1 if "test" in sys.argv else 9)', 9],
  ['show(1 if DEBUG or TESTING else 9)', 9],
  ['show(2 if DEBUG and verbose else 3)', 3],
  ['show(4 if weekday() else 4)', 4],
  ['if DEBUG:\n    LIMIT = 1\nelse:\n    LIMIT = 5\nshow(LIMIT)', 5],
  ['LIMIT = 5\nif settings.TESTING:\n    LIMIT = 0\nshow(LIMIT)', 5],
  ['if not settings.DEBUG:\n    LIMIT = 5\nelse:\n    LIMIT = 1\nshow(LIMIT)', 5],
])('%s', (source, value) => {
  expect(shown(source)).toBe(value)
})

test.each([
  'show(limit())',
  'show(LIMIT)',
  'show(settings.LIMIT)',
  'show(1 / 0)',
  'show(5 + unknown())',
  'show(unknown() or 5)',
  'show(None if unknown() else 3)',
  'def run(limit):\n    show(limit)',
  'LIMIT = 5\nLIMIT += 1\nshow(LIMIT)',
  'if weekday():\n    LIMIT = 5\nelse:\n    LIMIT = 1\nshow(LIMIT)',
  'for LIMIT in (1, 2):\n    show(LIMIT)',
  'A = B\nB = A\nshow(A)',
  'COUNT = 3\nshow(f"{COUNT:02}")',
  'from elsewhere import LIMIT\nshow(LIMIT)',
])('unknown: %s', (source) => {
  expect(shown(source)).toBeUndefined()
})
