import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { generatedFiles } from './generated/files.ts'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
})

for await (const { path, content } of generatedFiles(values.root)) {
  const file = join(values.root, path)
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === content) continue
  if (values.check) {
    console.error(`${path} is stale: run \`npm run generate\` and commit the result.`)
    process.exitCode = 1
  } else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    console.log(`wrote ${path}`)
  }
}
