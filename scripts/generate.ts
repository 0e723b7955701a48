import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { generatedFiles, generatedFolders } from './generated/files.ts'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
})
const { check, root } = values

/** The files that stand in the generated folders now, relative to the repository. */
async function standing(): Promise<readonly string[]> {
  const entries = generatedFolders.map(async (folder) => {
    const found = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => [])
    return found.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  })
  return (await Promise.all(entries)).flat()
}

async function settle(path: string, verb: 'wrote' | 'removed', act: () => Promise<void>): Promise<void> {
  if (check) {
    console.error(`${path} is stale: run \`npm run generate\` and commit the result.`)
    process.exitCode = 1
  } else {
    await act()
    console.log(`${verb} ${path}`)
  }
}

const wanted = new Set<string>()
for await (const { path, content } of generatedFiles(root)) {
  wanted.add(path)
  const file = join(root, path)
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === content) continue
  await settle(path, 'wrote', async () => {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  })
}
for (const path of await standing()) if (!wanted.has(path)) await settle(path, 'removed', () => rm(join(root, path)))
