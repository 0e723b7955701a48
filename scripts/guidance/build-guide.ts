import MiniSearch from 'minisearch'
import type { GuideData, ModelName, ReferenceData, SectionData } from '../../server/guidance/guide-data.ts'
import { searchOptions } from '../../server/guidance/search-options.ts'
import { matterOf } from '../references/form.ts'
import type { Reference } from '../references/reference.ts'
import { count } from './count.ts'
import type { Phrases } from './phrases.ts'
import { toPhrases, toSection } from './sections.ts'
import { type Example, train, type TrainedModel } from './train.ts'

export interface BuiltGuide {
  readonly guide: GuideData
  /** The words of the sections; its ids are positions in `guide.sections`. */
  readonly search: MiniSearch
  readonly models: Readonly<Record<ModelName, TrainedModel>>
}

/**
 * Makes of the references, and of what people say, all that guidance needs when it runs. Throws where a phrase leads to a section that is not there,
 * or a reference lacks its form.
 */
export function buildGuide(references: readonly Reference[], phrases: Phrases): BuiltGuide {
  const sections = references.flatMap((reference) => reference.sections.map((section) => toSection(reference.name, section)))
  const extra = furtherPhrases(phrases, new Set(sections.map(({ id }) => id)))
  const complete = sections.map((section) => ({ ...section, phrases: toPhrases([...section.phrases.lines.split('\n'), ...(extra.get(section.id) ?? [])]) }))
  const index = new MiniSearch(searchOptions)
  index.addAll(complete.map((section, id) => ({ id, ...fieldsOf(section) })))
  const guide = {
    references: references.map(toReference),
    sections: complete,
    taskTypes: Object.entries(phrases['task-types']).map(([name, { settles, practices }]) => ({
      name,
      settles,
      practices: Object.entries(practices).map(([area, text]) => ({ area, ...count(text) })),
    })),
    questions: Object.entries(phrases.questions).map(([id, question]) => ({ id, answeredBy: question['answered-by'], ...count(question.ask) })),
  }
  return { guide, search: index, models: trainModels(complete, phrases) }
}

function toReference(reference: Reference): ReferenceData {
  const { id, title, summary, triggers, 'applies-to': appliesTo } = matterOf(reference)
  return { id, title, summary, appliesTo, triggers }
}

/** What people say for each section beside what its reference holds. */
function furtherPhrases({ families, asked }: Phrases, known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const ofFamilies = Object.values(families).flatMap((family) => Object.entries(family).flatMap(([phrase, sections]) => sections.map((section) => ({ section, phrase }))))
  const ofSections = Object.entries(asked).flatMap(([section, phrases]) => phrases.map((phrase) => ({ section, phrase })))
  const said = new Map<string, string[]>()
  for (const { section, phrase } of [...ofFamilies, ...ofSections]) {
    if (!known.has(section)) throw new Error(`server/guidance/phrases: "${phrase}" leads to ${section}, and there is no such section`)
    said.set(section, [...(said.get(section) ?? []), phrase])
  }
  return said
}

function fieldsOf({ title, phrases, identifiers }: SectionData): Record<string, string> {
  return { title, phrases: phrases.lines, identifiers: identifiers.join(' ') }
}

function trainModels(sections: readonly SectionData[], phrases: Phrases): BuiltGuide['models'] {
  const asked = sections.flatMap(({ id, title, phrases: said }) => [title, ...said.lines.split('\n')].map((text) => toExample(text, id)))
  const types = Object.entries(phrases['task-types']).flatMap(([name, type]) => type.phrases.map((text) => toExample(text, name)))
  const plain = phrases.covered.map((text) => toExample(text, 'covered'))
  const covered = [...asked, ...types, ...types, ...plain].map((example) => ({ ...example, label: 'covered' }))
  const offTopic = [...phrases['off-topic'], ...Object.values(phrases['off-topic-fields']).flat()].map((text) => toExample(text, 'off-topic'))
  return {
    section: train(asked, { kinds: ['terms'], cost: 0.3, leastCommon: 4 }),
    reference: train(asked.map(({ text, label }) => toExample(text, label.split('#')[0] ?? '')), { kinds: ['terms', 'letters'], cost: 0.1, leastCommon: 12 }),
    coverage: train([...covered, ...offTopic], { kinds: ['terms', 'letters'], cost: 1, leastCommon: 12 }),
    taskType: train(types, { kinds: ['terms', 'letters'], cost: 0.3, leastCommon: 2 }),
  }
}

function toExample(text: string, label: string): Example {
  return { text, label }
}
