import type { Options } from 'minisearch'
import { termsOf } from './terms.ts'

/** How sections are indexed and searched by their words: the same when the index is built and when it is read. */
export const searchOptions: Options = {
  fields: ['title', 'phrases', 'identifiers'],
  tokenize: (text) => [...termsOf(text)],
  processTerm: (term) => term,
  searchOptions: { boost: { title: 2, phrases: 2.5, identifiers: 0.5 }, combineWith: 'OR' },
}
