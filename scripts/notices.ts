import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Licences that allow what we do with a package as long as its notice comes along. */
const permissive = ['BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

const manifestForm = z.object({ name: z.string(), version: z.string(), license: z.enum(permissive) })

/**
 * The licences of the packages that some files of a bundle come from, with their texts. `inputs` are paths relative to `root`. Throws where a package
 * has none, or one that asks for more than to be named.
 */
export async function noticesFor(root: string, inputs: readonly string[]): Promise<string> {
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  const notices = await Promise.all([...new Set(folders)].sort().map((folder) => noticeFor(join(root, folder))))
  return ['This package holds code of others, under their licences:', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)
}

async function noticeFor(folder: string): Promise<string> {
  const { name, version, license } = manifestForm.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const file = (await readdir(folder)).find((path) => /^licen[cs]e(?:\.\w+)?$/i.test(path))
  if (file === undefined) throw new Error(`${folder}: there is no licence file, so the package cannot be bundled`)
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`
}
