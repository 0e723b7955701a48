import type { ProjectStack } from '../../analysis/project/outline/stack.ts'
import { isBelow, type VersionRange } from '../../analysis/project/versions/version-ranges.ts'
import type { CodeFact } from './code-facts.ts'
import type { SectionData } from './guide-data.ts'

/** What is known of the project that a request is about. */
export interface ProjectFacts {
  readonly facts: readonly CodeFact[]
  /** How much better or worse a section fits the project than its words say, for a request. */
  readonly preference: (section: SectionData, request: string) => number
  /** Which facts speak for a section, and what in it needs a newer version than the project has. */
  readonly reasons: (section: SectionData, request: string) => readonly string[]
}

export const noProject: ProjectFacts = { facts: [], preference: () => 0, reasons: () => [] }

/** Turns round which of two sections comes first that say the same of two brokers. */
const weight = 0.3

/** Things of one kind, of which a project mostly has one. */
const families: readonly (readonly (readonly [name: string, word: RegExp])[])[] = [
  [['redis', /\bredis\b/gi], ['rabbitmq', /\brabbitmq\b/gi], ['sqs', /\bsqs\b/gi]],
  [['django-celery-beat', /\bdjango[-_]celery[-_]beat\b/gi], ['redbeat', /\bredbeat\b/gi]],
]

/** Turns what a project is built of into facts that guidance can use. */
export function projectFacts(stack: ProjectStack): ProjectFacts {
  const facts = factsOf(stack)
  const used = new Set([stack.broker, stack.scheduler].filter((name) => name !== null))
  return {
    facts,
    preference: (section, request) => families.reduce((sum, family) => sum + preferenceIn(family, used, section, request), 0) * weight,
    reasons: (section, request) => {
      const preferred = families.filter((family) => preferenceIn(family, used, section, request) > 0).flat().map(([name]) => name)
      const speaking = facts.filter(({ kind, name }) => (kind === 'broker' || kind === 'scheduler') && preferred.includes(name))
      return [...speaking.map(({ kind, name }) => `${kind}: ${name}`), ...versionReasons(section, stack.packages)]
    },
  }
}

function factsOf({ packages, broker, resultBackend, scheduler, mappers }: ProjectStack): readonly CodeFact[] {
  const versions = [...packages].map(([name, range]): CodeFact => ({ kind: 'version', name: [name, showRange(range)].join(' ').trim() }))
  const parts = [['broker', broker], ['results', resultBackend], ['scheduler', scheduler]] as const
  return [...parts.flatMap(([kind, name]): readonly CodeFact[] => (name === null ? [] : [{ kind, name }])), ...mappers.map((name): CodeFact => ({ kind: 'orm', name })), ...versions]
}

/** `5.4.0`, `>=5.3 <6`, or nothing. */
export function showRange({ least, most, includesMost }: VersionRange): string {
  if (least !== null && least === most) return least
  return [least === null ? '' : `>=${least}`, most === null ? '' : `${includesMost ? '<=' : '<'}${most}`].join(' ').trim()
}

/** 1: the section is about what the project uses, -1: about another thing of the kind, 0: about neither or both, or the request names one itself. */
function preferenceIn(family: (typeof families)[number], used: ReadonlySet<string>, section: SectionData, request: string): number {
  const own = family.find(([name]) => used.has(name))
  if (own === undefined || family.some(([, word]) => count(word, request) > 0)) return 0
  const about = family.filter(([, word]) => isAbout(section, word))
  const [only, ...others] = about
  if (only === undefined || others.length > 0) return 0
  return only === own ? 1 : -1
}

/** So many mentions, or one in its title, make a thing what a section is about. */
const mentionsOfTopic = 2
const topics = new WeakMap<SectionData, ReadonlySet<RegExp>>()

function isAbout(section: SectionData, word: RegExp): boolean {
  let known = topics.get(section)
  if (known === undefined) {
    const words = families.flat().map(([, each]) => each)
    known = new Set(words.filter((each) => count(each, section.title) > 0 || count(each, section.text) >= mentionsOfTopic))
    topics.set(section, known)
  }
  return known.has(word)
}

function count(word: RegExp, text: string): number {
  return [...text.matchAll(word)].length
}

/** `Celery >= 5.5, RabbitMQ >= 3.8`: for each package that the project has, its version, or that it is known to be older. */
function versionReasons({ versions }: SectionData, packages: ProjectStack['packages']): readonly string[] {
  const needs = [...(versions ?? '').matchAll(/([A-Za-z][\w-]*)\s*>=\s*(\d+(?:\.\d+)*)/g)]
  return needs.flatMap(([, product = '', least = '']) => {
    const range = packages.get(product.toLowerCase())
    const shown = range === undefined ? '' : showRange(range)
    if (range === undefined || shown === '') return []
    return [isBelow(range, least) ? `needs ${product} >= ${least}, the project has ${shown}` : `version: ${product.toLowerCase()} ${shown}`]
  })
}
