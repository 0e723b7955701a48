import type { ReportedPlace } from '../result.ts'
import { type TextLines, textLines } from '../text-position.ts'
import { maskCredentials, maskStrings } from './mask-secrets.ts'

/** The code of reviewed files as it may be shown. */
export interface ShownCode {
  /** As it is; empty for a file that is not known. */
  text(file: string): string
  /** Lines of the place's file in which secrets are hidden: what looks like one, and with `isSecret` all strings at the place. */
  lines(place: ReportedPlace, isSecret: boolean): TextLines
}

/** Prepares each file once, however many findings it has. */
export function shownCode(sources: ReadonlyMap<string, string>): ShownCode {
  const prepared = new Map<string, TextLines>()
  const text = (file: string): string => sources.get(file) ?? ''
  return {
    text,
    lines(place, isSecret) {
      if (isSecret) return hideStrings(text(place.file), place)
      const known = prepared.get(place.file)
      if (known !== undefined) return known
      const lines = textLines(maskCredentials(text(place.file)))
      prepared.set(place.file, lines)
      return lines
    },
  }
}

function hideStrings(text: string, { span }: ReportedPlace): TextLines {
  return textLines(maskCredentials(text.slice(0, span.start) + maskStrings(text.slice(span.start, span.end)) + text.slice(span.end)))
}
