import type { Cost, CountedText, SectionData } from '../../server/guidance/guide-data.ts'
import { inShape } from '../../server/guidance/shape.ts'
import { countTokens } from '../references/tokens.ts'

/** What a text costs. */
export function costOf(text: string): Cost {
  return { tokens: countTokens(text), json: countTokens(JSON.stringify(text)) }
}

/** A text with its tokens. */
export function count(text: string): CountedText {
  return { text, ...costOf(text) }
}

/** What a section costs in each shape, and what stands around it in an answer. */
export function costsOf(section: Pick<SectionData, 'id' | 'reference' | 'title' | 'text'>): SectionData['costs'] {
  const { id, reference, title } = section
  const costIn = (shape: Parameters<typeof inShape>[1]): Cost => costOf(inShape(section, shape))
  return { head: costOf([id, reference, title].join(' ')), full: costIn('full'), prose: costIn('prose'), lead: costIn('lead'), title: costIn('title') }
}
