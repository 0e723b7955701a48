import type { Group } from './group.ts'
import { type Language, languages } from './language.ts'
import type { Section } from './outline.ts'

const restriction = /^only: (python|typescript) — \S/

/** The languages that a page has to show, as its section "TypeScript" tells: both, unless it begins with `only:` and says why. */
export function readCoverage(section: Section | undefined): readonly Language[] {
  const first = section?.parts[0]?.paragraphs[0] ?? ''
  const named = restriction.exec(first)?.[1]
  if (named === undefined && first.startsWith('only:')) throw new Error(`line ${section?.line ?? 1}: "${first}" should read: only: python — the reason`)
  return languages.filter((language) => named === undefined || language === named)
}

/** Throws where the wrong or the right examples of a page lack a language that it covers, or speak another. */
export function checkCoverage(covered: readonly Language[], groups: readonly Group[]): void {
  for (const kind of ['wrong', 'right'] as const) {
    const spoken = new Set(groups.filter((group) => group.kind === kind).flatMap((group) => [...group.languages]))
    for (const language of languages) {
      if (covered.includes(language) === spoken.has(language)) continue
      throw new Error(spoken.has(language) ? `a ${kind} example is ${language}, which the page does not cover` : `no ${kind} example is ${language}`)
    }
  }
}
