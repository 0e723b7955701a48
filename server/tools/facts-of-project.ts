import { readProjectStack } from '../../review/project-stack.ts'
import { type ProjectFacts, projectFacts } from '../guidance/project-facts.ts'
import { resolveInside } from '../roots.ts'
import { quoteRefusal } from './quoted.ts'

/** Milliseconds for which a project is taken to be what it was. */
const freshFor = 60_000
const mostProjects = 16

interface Known {
  readonly at: number
  readonly facts: Promise<ProjectFacts>
}

const known = new Map<string, Known>()

/**
 * What the project in the folder `root` below one of `roots` is built of; looked up anew when a minute has passed. Throws a `RequestError`
 * where the folder is not there, not allowed, or cannot be read.
 */
export async function factsOfProject(root: string, roots: readonly string[]): Promise<ProjectFacts> {
  const { path, root: boundary } = await resolveInside(root, roots)
  const before = known.get(path)
  if (before !== undefined && Date.now() - before.at < freshFor) return before.facts
  const facts = quoteRefusal(readProjectStack({ paths: [path], directory: boundary, boundaries: [boundary] })).then(projectFacts)
  known.delete(path)
  known.set(path, { at: Date.now(), facts })
  for (const oldest of known.keys()) if (known.size > mostProjects) known.delete(oldest)
  facts.catch(() => known.delete(path))
  return facts
}
