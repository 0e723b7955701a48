import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isProjectFile, makeGroup, readFence, type Role } from '../../test/rules/documents/group.ts'
import { type Part, readOutline } from '../../test/rules/documents/outline.ts'
import type { Proof } from './proof.ts'

/** The blocks below one heading of a rule's page, as the files that they are. */
export interface Example {
  readonly role: Role
  /** The `###` heading; `null` for blocks right below "Wrong" or "Right". */
  readonly heading: string | null
  readonly files: Readonly<Record<string, string>>
}

const roles = new Map<string, Role>([
  ['Wrong', 'wrong'],
  ['Right', 'right'],
])

/** The examples on the page beside a rule's proof; none for the proof of a reference. */
export async function examplesFor(root: string, { file }: Proof): Promise<readonly Example[]> {
  const page = join(root, dirname(file), 'rule.md')
  return existsSync(page) ? readExamples(await readFile(page, 'utf8')) : []
}

/** The examples of a rule's page. Throws where a group of blocks is no project; whether the page has its form is for others to say. */
export function readExamples(text: string): readonly Example[] {
  return readOutline(text).sections.flatMap(({ heading, parts }) => {
    const role = roles.get(heading)
    return role === undefined ? [] : parts.flatMap((part) => readPart(role, part))
  })
}

function readPart(role: Role, { heading, blocks }: Part): readonly Example[] {
  const fenced = blocks.flatMap((block) => {
    const fence = readFence(block.info)
    return fence !== null && isProjectFile(fence) ? [{ ...block, fence }] : []
  })
  if (fenced.length === 0) return []
  return [{ role, heading, files: Object.fromEntries(makeGroup(heading ?? role, role, fenced).files) }]
}
