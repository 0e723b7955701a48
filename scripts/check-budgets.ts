import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Verdict, verdicts } from './budgets/budgets.ts'
import { type FileSize, measure } from './budgets/measure.ts'

const root = join(import.meta.dirname, '..')
const folders = ['analysis', 'rules', 'review', 'eslint-plugin', 'server', 'cli']

async function sourceFiles(): Promise<string[]> {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  const listings = await Promise.all(present.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })))
  return listings
    .flat()
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function sizeOf(file: string): Promise<FileSize> {
  return measure(relative(root, file).replaceAll(sep, '/'), await readFile(file, 'utf8'))
}

function row({ what, measured, budget }: Verdict): string {
  const mark = measured > budget ? 'OVER' : 'ok'
  return `${mark.padEnd(5)}${what.padEnd(28)}${String(measured).padStart(7)} of ${budget}`
}

const files = await Promise.all((await sourceFiles()).map(sizeOf))
const results = verdicts(files)
console.log(`${files.length} source files`)
for (const result of results) {
  console.log(row(result))
  if (result.measured <= result.budget) continue
  for (const place of result.worst) console.log(`       ${place}`)
  process.exitCode = 1
}
