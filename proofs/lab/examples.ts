import { readFileSync } from 'node:fs'
import { surrounding } from './surrounding.ts'

export type Files = Readonly<Record<string, string>>

interface Example {
  readonly role: 'wrong' | 'right'
  readonly heading: string | null
  readonly files: Files
}

/** The files of the example below a `###` heading of the rule's page, or of the one without a heading. Throws where there is none. */
export function example(role: Example['role'], heading: string | null): Files {
  const examples = JSON.parse(readFileSync(surrounding('EXAMPLES'), 'utf8')) as readonly Example[]
  const found = examples.find((candidate) => candidate.role === role && candidate.heading === heading)
  if (found !== undefined) return found.files
  throw new Error(`the page has no ${role} example called "${heading ?? ''}", but ${examples.map((each) => `${each.role}: ${each.heading ?? ''}`).join('; ')}`)
}
