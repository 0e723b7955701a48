import type { GuideData, ModelName, PhrasesData } from '../../server/guidance/guide-data.ts'
import { termFeatures } from '../../server/guidance/features.ts'
import { termsOf } from '../../server/guidance/terms.ts'
import { matterOf } from '../references/form.ts'
import type { Reference } from '../references/reference.ts'
import { costOf, count } from './count.ts'
import type { Phrases } from './phrases.ts'
import { type RulePage, ruleSection } from './rule-sections.ts'
import { type AskedSection, toSection } from './sections.ts'
import { type Example, train, type TrainedModel } from './train.ts'

export interface BuiltGuide {
  readonly guide: GuideData
  /** The features of the sections' phrases, as positions in the model of sections. */
  readonly features: readonly number[]
  readonly models: Readonly<Record<ModelName, TrainedModel>>
}

/**
 * Makes of the references, of the pages of rules, and of what people say, all that guidance needs when it runs. Throws where a phrase leads to a section that is not there,
 * or a reference lacks its form.
 */
export function buildGuide(references: readonly Reference[], rulePages: readonly RulePage[], phrases: Phrases): BuiltGuide {
  const further = furtherPhrases(phrases)
  const ofReferences = references.flatMap((reference) => reference.sections.map((section) => toSection(reference.name, section, further)))
  const sections = [...ofReferences, ...rulePages.map((page) => ruleSection(page, further))]
  const known = new Set(sections.map(({ id }) => id))
  for (const [id, [phrase = '']] of further) if (!known.has(id)) throw new Error(`server/guidance/phrases: "${phrase}" leads to ${id}, and there is no such section`)
  const models = trainModels(sections, phrases)
  const positions = positionsIn(models.section)
  const readers = sections.map(({ asked, ...section }) => ({ section, ...readPhrases(asked, positions) }))
  const guide = {
    references: references.map((reference) => ({ id: reference.name, title: matterOf(reference).title })),
    sections: readers.map(({ section, phrases: said }) => ({ ...section, phrases: said })),
    taskTypes: Object.entries(phrases['task-types']).map(([name, { settles, practices }]) => ({
      name,
      settles,
      practices: Object.values(practices).map(count),
    })),
    questions: Object.entries(phrases.questions).map(([id, question]) => ({ id, answeredBy: question['answered-by'], ...count(question.ask) })),
  }
  return { guide, features: readers.flatMap(({ features }) => features), models }
}

/** The positions of a model's features. Throws where two bytes do not hold them, with which those of phrases are written. */
function positionsIn({ features }: TrainedModel): ReadonlyMap<string, number> {
  const positions = new Map(features.split('\n').map((feature, position) => [feature, position]))
  if (positions.size > 65_536) throw new Error(`the model of sections has ${positions.size} features, and the positions of phrases are written with two bytes`)
  return positions
}

function readPhrases(asked: readonly string[], positions: ReadonlyMap<string, number>): { phrases: PhrasesData; features: readonly number[] } {
  const found = asked.map((text) => [...new Set(termFeatures(termsOf(text)))].flatMap((feature) => positions.get(feature) ?? []))
  let end = 0
  const ends = found.map(({ length }) => (end += length))
  return { phrases: { lines: asked.join('\n'), json: asked.map((text) => costOf(text).json), ends }, features: found.flat() }
}

/** What people say for each section beside what its reference holds. */
function furtherPhrases({ families, asked }: Phrases): ReadonlyMap<string, readonly string[]> {
  const ofFamilies = Object.values(families).flatMap((family) => Object.entries(family).flatMap(([phrase, sections]) => sections.map((section) => ({ section, phrase }))))
  const ofSections = Object.entries(asked).flatMap(([section, phrases]) => phrases.map((phrase) => ({ section, phrase })))
  const said = new Map<string, string[]>()
  for (const { section, phrase } of [...ofFamilies, ...ofSections]) said.set(section, [...(said.get(section) ?? []), phrase])
  return said
}

function trainModels(sections: readonly AskedSection[], phrases: Phrases): BuiltGuide['models'] {
  const asked = sections.flatMap(({ id, asked: said }) => said.map((text) => toExample(text, id)))
  const types = Object.entries(phrases['task-types']).flatMap(([name, type]) => type.phrases.map((text) => toExample(text, name)))
  const plain = phrases.covered.map((text) => toExample(text, 'covered'))
  // Whether a page of a rule answers is told by how far it stands out.
  const ofReferences = asked.filter(({ label }) => !label.startsWith('rules#'))
  const covered = [...ofReferences, ...types, ...types, ...plain].map((example) => ({ ...example, label: 'covered' }))
  const offTopic = [...phrases['off-topic'], ...Object.values(phrases['off-topic-fields']).flat()].map((text) => toExample(text, 'off-topic'))
  return {
    section: train(asked, { kinds: ['terms'], cost: 0.3, leastCommon: 4 }),
    reference: train(asked.map(({ text, label }) => toExample(text, label.split('#')[0] ?? '')), { kinds: ['terms', 'letters'], cost: 0.1, leastCommon: 20 }),
    coverage: train([...covered, ...offTopic], { kinds: ['terms', 'letters'], cost: 1, leastCommon: 16 }),
    taskType: train(types, { kinds: ['terms', 'words', 'letters'], cost: 0.3, leastCommon: 3 }),
  }
}

function toExample(text: string, label: string): Example {
  return { text, label }
}
