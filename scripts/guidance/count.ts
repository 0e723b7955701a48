import type { CountedText } from '../../server/guidance/guide-data.ts'
import { countTokens } from '../references/tokens.ts'

/** A text with its tokens. */
export function count(text: string): CountedText {
  return { text, tokens: countTokens(text), json: countTokens(JSON.stringify(text)) }
}
