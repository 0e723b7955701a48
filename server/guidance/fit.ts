import type { CountedText, SectionData } from './guide-data.ts'

/** A section as an answer holds it: whole, without its code, or its first paragraph alone. */
export interface FittedSection {
  readonly section: SectionData
  readonly shape: Shape
  readonly shown: CountedText
}

export type Shape = 'full' | 'prose' | 'lead'

const shapes: readonly Shape[] = ['full', 'prose', 'lead']

/** The best section is given whole, the second without its code, and the third tells what it is about. */
const usualShapes: readonly Shape[] = ['full', 'prose', 'lead']

/** Tokens of what stands around a section besides its head, its text and its reasons: keys, quotation marks, fences. */
export const frameOfSection = 40

/**
 * Chooses how much of each section to give so that all together stay within `room` tokens, counted as JSON. A section of which not even the
 * first paragraph has room ends the list. Where `generous`, what is left is filled up with whole sections, best first.
 */
export function fitSections(sections: readonly SectionData[], extra: readonly number[], room: number, generous: boolean): readonly FittedSection[] {
  const fitted: FittedSection[] = []
  let left = room
  for (const [index, section] of sections.entries()) {
    const space = left - frameOfSection - section.head.json - (extra[index] ?? 0)
    const shape = shapes.slice(shapes.indexOf(usualShapes[index] ?? 'lead')).find((each) => section[each].json <= space)
    if (shape === undefined) break
    fitted.push({ section, shape, shown: section[shape] })
    left = space - section[shape].json
  }
  return generous ? widen(fitted, left) : fitted
}

function widen(fitted: readonly FittedSection[], room: number): readonly FittedSection[] {
  let left = room
  return fitted.map((each) => {
    const growth = each.section.full.json - each.shown.json
    if (growth > left) return each
    left -= growth
    return { section: each.section, shape: 'full', shown: each.section.full }
  })
}
