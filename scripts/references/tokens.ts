import { countTokens as count } from 'gpt-tokenizer/encoding/cl100k_base'

/** How many tokens of the encoding cl100k_base a text has. */
export function countTokens(text: string): number {
  return count(text, { disallowedSpecial: new Set() })
}
