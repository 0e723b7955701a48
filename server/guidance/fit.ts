import type { SectionData } from './guide-data.ts'
import type { Shape } from './shape.ts'

/** A section as an answer holds it: whole, without its code, its first paragraph alone, or no more than its title. */
export interface FittedSection {
  readonly section: SectionData
  readonly shape: Shape
}

const shapes: readonly Shape[] = ['full', 'prose', 'lead', 'title']

/** The best section is given whole, the second without its code, and the third tells what it is about. */
const usualShapes: readonly Shape[] = ['full', 'prose', 'lead']

/** Tokens of what stands around a section besides its head, its text and its reasons: keys, quotation marks, fences. */
export const frameOfSection = 40

/**
 * Chooses how much of each section to give so that all together stay within `room` tokens, counted as JSON. A section of which not even the
 * first paragraph has room ends the list; of the best one there is the title at least, if that has room. Where `generous`, what is left is filled up with whole sections, best first.
 */
export function fitSections(sections: readonly SectionData[], extra: readonly number[], room: number, generous: boolean): readonly FittedSection[] {
  const fitted: FittedSection[] = []
  let left = room
  for (const [index, section] of sections.entries()) {
    const space = left - frameOfSection - section.costs.head.json - (extra[index] ?? 0)
    const shape = shapes.slice(shapes.indexOf(usualShapes[index] ?? 'lead'), index === 0 ? undefined : -1).find((each) => section.costs[each].json <= space)
    if (shape === undefined) break
    fitted.push({ section, shape })
    left = space - section.costs[shape].json
  }
  return generous ? widen(fitted, left) : fitted
}

function widen(fitted: readonly FittedSection[], room: number): readonly FittedSection[] {
  let left = room
  return fitted.map((each) => {
    const { costs } = each.section
    const growth = costs.full.json - costs[each.shape].json
    if (growth > left) return each
    left -= growth
    return { section: each.section, shape: 'full' }
  })
}
