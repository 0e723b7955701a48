import { expect, test } from 'vitest'
import { measure } from '../../bench/measure.ts'
import { typescriptEslint } from '../../bench/typescript-eslint.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

test('promises that nobody waits for are found by their types, in the files that a review reads', async () => {
  const folder = await temporaryFolder({
    'queue.ts': 'export async function add(id: number): Promise<void> {\n  await Promise.resolve(id)\n}\n',
    'pages/[id].tsx': "import { add } from '../queue'\n\n// eslint-disable-next-line\nadd(1)\nvoid add(2)\n",
    'old.js': "import { add } from './queue'\n\nadd(3)\n",
    'dist/queue.min.js': 'add(4)\n',
  })
  const scratch = await temporaryFolder()
  const [measured] = await measure([{ name: 'peer', tool: typescriptEslint(scratch), folder }], { rounds: 1, scratch, progress: { show: () => undefined, end: () => undefined } })
  expect(measured?.reading).toEqual({ findings: 2, files: 3, unread: 0 })
})
