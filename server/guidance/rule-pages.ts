import type { SectionData } from './guide-data.ts'

/** Queues and mappers of TypeScript, of which the pages of rules alone tell anything; and what tells that Python is meant all the same. */
const ofTypeScript = /\b(?:bull(?:mq|-?board)?|pg-?boss|bee-?queue|graphile|nest\.?js|prisma|typeorm|drizzle|mikro-?orm|sequelize|ioredis|rxjs)\b/i
const ofPython = /celery|kombu|\b(?:django|python|flower|beat|flask|fastapi|on_commit)\b/i

/** Of these, the queues that the pages speak of: whether one of them answers is told by how far it stands out. */
const knownQueue = /\b(?:bull(?:mq)?(?![- ]?board)|pg-?boss)\b/i

/** Where Python is meant, the sections of the references know more than the page of a rule. */
const behind = 0.2
/** A page answers a question about TypeScript where it stands out among the others by as much. */
const leastAhead = 0.15
const leastSimilar = 0.3

/** Whether a question is about TypeScript; `hasTypeScript`: code in it came along. */
export function isAboutTypeScript(text: string, hasTypeScript: boolean): boolean {
  return (hasTypeScript || ofTypeScript.test(text)) && !ofPython.test(text)
}

export function namesQueue(text: string): boolean {
  return knownQueue.test(text)
}

export function isRulePage({ reference }: SectionData): boolean {
  return reference === 'rules'
}

/** What its being a page of a rule, or none, adds to the score of a section; `null` where it cannot answer. */
export function scoreOfKind(section: SectionData, isTypeScript: boolean): number | null {
  if (isTypeScript) return isRulePage(section) ? 0 : null
  return isRulePage(section) ? -behind : 0
}

interface Scored {
  readonly score: number
  readonly nearest: { readonly similarity: number } | null
}

/** The first of some pages, if it stands out and somebody asked for it in words not too far away. */
export function clearWinner<Page extends Scored>([best, next]: readonly Page[]): readonly Page[] {
  if (best === undefined || (best.nearest?.similarity ?? 0) < leastSimilar) return []
  return best.score - (next?.score ?? -Infinity) < leastAhead ? [] : [best]
}
