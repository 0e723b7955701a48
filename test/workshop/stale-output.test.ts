import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeStale } from '../../scripts/stale-output.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('output whose source is gone is deleted; the rest and the copied files stay', async () => {
  const root = await temporaryFolder({
    'cli/main.ts': '',
    'dist/cli/main.js': '',
    'dist/cli/main.d.ts': '',
    'dist/cli/gone.js': '',
    'dist/cli/gone.d.ts': '',
    'dist/rules/a-rule/rule.md': '',
    'dist/rules/gone/rule.md': '',
  })
  const output = join(root, 'dist')
  await removeStale({ root, output, assets: new Set(['rules/a-rule/rule.md']) })

  const left = await readdir(output, { recursive: true })
  expect(left.filter((path) => path.includes('.')).sort()).toEqual(['cli/main.d.ts', 'cli/main.js', 'rules/a-rule/rule.md'])
})
