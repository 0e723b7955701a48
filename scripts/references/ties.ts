import { posix } from 'node:path'
import { commentOf } from './form.ts'
import type { Reference, Section } from './reference.ts'

/** What references may point to. Paths are relative to the repository, with `/`. */
export interface Surroundings {
  readonly ruleIds: ReadonlySet<string>
  readonly hasFile: (path: string) => boolean
}

/** What is wrong between references, by the name of the one that has to change: links that lead nowhere, rules that are none, phrases said twice. */
export function findTieProblems(references: readonly Reference[], surroundings: Surroundings): ReadonlyMap<string, readonly string[]> {
  const ids = new Map(references.map(({ name, sections }) => [name, new Set(sections.flatMap((section) => commentOf(section)?.id ?? []))]))
  const repeated = findRepeatedPhrases(references)
  const problemsOf = ({ name, sections }: Reference): readonly string[] => [
    ...sections.flatMap((section) => [...findDeadLinks(name, section, ids, surroundings), ...findUnknownRules(section, surroundings)]),
    ...(repeated.get(name) ?? []),
  ]
  return new Map(references.map((reference) => [reference.name, problemsOf(reference)]))
}

function findDeadLinks(name: string, { links }: Section, ids: ReadonlyMap<string, ReadonlySet<string>>, { hasFile }: Surroundings): readonly string[] {
  return links.flatMap(({ url, line }) => {
    if (/^https?:\/\//.test(url)) return []
    const [path = '', section] = url.split('#')
    const file = path === '' ? `references/${name}.md` : posix.join('references', path)
    if (!hasFile(file)) return [`line ${line}: ${url} leads to a file that does not exist`]
    const reference = /^references\/([^/]+)\.md$/.exec(file)?.[1]
    if (section === undefined || reference === undefined || ids.get(reference)?.has(section) === true) return []
    return [`line ${line}: ${url} leads to a section that does not exist`]
  })
}

function findUnknownRules(section: Section, { ruleIds }: Surroundings): readonly string[] {
  const unknown = commentOf(section)?.rules?.filter((id) => !ruleIds.has(id)) ?? []
  return unknown.map((id) => `line ${section.line}, "${section.heading}": there is no rule ${id}`)
}

/** Phrases that hold the same words, in whatever order, within one reference or in two. The later one is reported. */
function findRepeatedPhrases(references: readonly Reference[]): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, string>()
  const problems = new Map<string, string[]>()
  for (const { name, sections } of references) {
    for (const section of sections) {
      for (const phrase of commentOf(section)?.asked ?? []) {
        const place = `${name}.md, "${section.heading}"`
        const earlier = first.get(wordsOf(phrase))
        if (earlier === undefined) first.set(wordsOf(phrase), place)
        else problems.set(name, [...(problems.get(name) ?? []), `line ${section.line}: "${phrase}" is asked in ${earlier} as well`])
      }
    }
  }
  return problems
}

function wordsOf(phrase: string): string {
  return [...new Set(phrase.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [phrase])].sort().join(' ')
}
