import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { Guide } from '../../server/guidance/guide.ts'
import { loadGuide } from '../../server/guidance/guide.ts'
import { toQuestion } from '../../server/guidance/question.ts'
import { rank } from '../../server/guidance/rank.ts'
import { guide } from '../../server/tools/guide.ts'
import { matterOf } from '../references/form.ts'
import { loadReferences } from '../references/load.ts'
import type { Reference } from '../references/reference.ts'
import { countTokens } from '../references/tokens.ts'

/** What one way of answering gives for a question. */
export interface Answer {
  /** References of what is given, best first. */
  readonly references: readonly string[]
  /** References in the order of the whole ranking, for measures that look further down. */
  readonly ranking: readonly string[]
  /** Everything that is given, in lower case. */
  readonly text: string
  readonly tokens: number
}

/** A way of answering. `null`: it says that it has nothing. */
export interface Answerer {
  readonly name: string
  readonly answer: (query: string) => Promise<Answer | null>
  /** The kind of task that a request asks for; left out where it names none. */
  readonly taskType?: (query: string) => Promise<string | null>
}

/** Ours, and two habits of the field: searching whole documents, and loading the whole reference that the question names. */
export async function answerers(): Promise<readonly Answerer[]> {
  const references = await loadReferences(join(import.meta.dirname, '../..'))
  const documents = references.map(toDocument)
  return [taskwise(await loadGuide()), plainSearch(documents), wholeReference(references, documents)]
}

interface WholeDocument {
  readonly id: string
  readonly text: string
}

function toDocument(reference: Reference): WholeDocument {
  const { id, title, summary } = matterOf(reference)
  return { id, text: [`# ${title}`, summary, ...reference.sections.map(({ text }) => text)].join('\n\n') }
}

function taskwise(known: Guide): Answerer {
  const answer = async (query: string): Promise<Answer | null> => {
    const { found, sections, tokens } = await guide({ request: query })
    if (!found) return null
    return {
      references: sections.map(({ reference }) => reference),
      ranking: rank(known, toQuestion(query, known.correct)).ranked.map(({ section }) => section.reference),
      text: sections.map(({ text }) => text).join('\n').toLowerCase(),
      tokens,
    }
  }
  const taskType = async (query: string): Promise<string | null> => (await guide({ request: query })).task_types[0] ?? null
  return { name: 'taskwise', answer, taskType }
}

function plainSearch(documents: readonly WholeDocument[]): Answerer {
  const index = new MiniSearch({ fields: ['text'] })
  index.addAll(documents)
  return { name: 'BM25 over whole documents', answer: (query) => Promise.resolve(give(index.search(query).map(({ id }) => String(id)), documents, 3)) }
}

/** The reference whose triggers, title and summary share most words with the question, whole. */
function wholeReference(references: readonly Reference[], documents: readonly WholeDocument[]): Answerer {
  const index = new MiniSearch({ fields: ['words'] })
  index.addAll(references.map(matterOf).map(({ id, title, summary, triggers }) => ({ id, words: [title, summary, ...triggers].join(' ') })))
  return { name: 'the whole reference', answer: (query) => Promise.resolve(give(index.search(query).map(({ id }) => String(id)), documents, 1)) }
}

function give(ranking: readonly string[], documents: readonly WholeDocument[], count: number): Answer | null {
  if (ranking.length === 0) return null
  const references = ranking.slice(0, count)
  const text = references.map((id) => documents.find((document) => document.id === id)?.text ?? '').join('\n')
  return { references, ranking, text: text.toLowerCase(), tokens: countTokens(text) }
}
