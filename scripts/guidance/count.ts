import type { Cost, CountedText } from '../../server/guidance/guide-data.ts'
import { countTokens } from '../references/tokens.ts'

/** What a text costs. */
export function costOf(text: string): Cost {
  return { tokens: countTokens(text), json: countTokens(JSON.stringify(text)) }
}

/** A text with its tokens. */
export function count(text: string): CountedText {
  return { text, ...costOf(text) }
}
