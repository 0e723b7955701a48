import type { ReviewResult } from '../result.ts'

export interface ReportStyle {
  /** Colours are only for people at a terminal; no report needs them to be understood. */
  readonly color: boolean
}

/** Turns a result into one report, with a line feed at its end. Pure: writes nothing, reads nothing. */
export type Reporter = (result: ReviewResult, style: ReportStyle) => string
