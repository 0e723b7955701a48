import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { ruleTemplate } from './rule-template.ts'

const usage = 'Usage: npm run new-rule <id>, for example: npm run new-rule late-acknowledgement'

/** Why `id` cannot be the id of a new rule below `root`; undefined when it can. */
async function refusal(root: string, id: string | undefined, rest: readonly string[]): Promise<string | undefined> {
  if (id === undefined) return `No rule id was given. ${usage}`
  if (rest.length > 0) return `One rule at a time, please. ${usage}`
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) return `"${id}" is not a rule id: use lower-case words joined by single hyphens.`
  if (/^(no|disallow|forbid|prefer|require)-/.test(id)) return `"${id}" says what to do about the pattern: name the pattern itself, so that the id reads well after "allow".`
  const taken = await access(join(root, 'rules', id)).then(
    () => true,
    () => false,
  )
  return taken ? `rules/${id} exists already.` : undefined
}

async function scaffold(root: string, id: string): Promise<void> {
  const folder = join(root, 'rules', id)
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(ruleTemplate(id, manifest.version))) {
    await writeFile(join(folder, name), content)
    console.log(`wrote rules/${id}/${name}`)
  }
  console.log('Fill in the three files, then run `npm run generate` and `npm test`.')
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string', default: join(import.meta.dirname, '..') } } })
const [id, ...rest] = positionals
const reason = await refusal(values.root, id, rest)
if (reason !== undefined || id === undefined) {
  console.error(reason)
  process.exitCode = 2
} else {
  await scaffold(values.root, id)
}
