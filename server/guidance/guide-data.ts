import type { LinearModelData } from './linear-model.ts'

/** What guidance gives, as the build writes it to `guide.json`. */
export interface GuideData {
  readonly references: readonly ReferenceData[]
  readonly sections: readonly SectionData[]
  readonly taskTypes: readonly TaskTypeData[]
  readonly questions: readonly QuestionData[]
}

/**
 * `section` and `reference` tell what a question is about, the latter more surely where several sections have something to say; `coverage`, whether
 * it is about background tasks at all (`covered` or `off-topic`); `taskType`, the kind of task that a request is about.
 */
export type ModelName = 'section' | 'reference' | 'coverage' | 'taskType'

/** The trained models, as the build writes them to `models.json`. Their weights follow each other in `models.bin`, in the order of this record. */
export type ModelsData = Readonly<Record<ModelName, LinearModelData>>

export interface ReferenceData {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Version ranges by package, such as `celery: ">=5.4"`. */
  readonly appliesTo: Readonly<Record<string, string>>
  readonly triggers: readonly string[]
}

/** A text whose tokens were counted at build. */
export interface CountedText {
  readonly text: string
  readonly tokens: number
  /** Tokens of the text written as a JSON string: as many, or more. */
  readonly json: number
}

export interface SectionData {
  /** `reference#section`. */
  readonly id: string
  readonly reference: string
  readonly title: string
  /** What stands around its text in an answer: its id, reference and title. */
  readonly head: CountedText
  /** Markdown with its heading, without comment and footnotes. */
  readonly full: CountedText
  /** The same without its code. */
  readonly prose: CountedText
  /** The heading and the first paragraph alone. */
  readonly lead: CountedText
  /** Where its statements come from: Markdown of the footnotes. */
  readonly sources: readonly string[]
  readonly versions: string | null
  /** Ids of the rules that it explains. */
  readonly rules: readonly CountedText[]
  /** What people say when they need it; all of it is known when the package is built. */
  readonly phrases: PhrasesData
  /** Names of the framework that it speaks of: functions, options, settings. */
  readonly identifiers: readonly string[]
}

/** Ways of asking, one a line, and the tokens of each as a JSON string. There are thousands: an object for each would weigh more than the words. */
export interface PhrasesData {
  readonly lines: string
  readonly json: readonly number[]
}

export interface TaskTypeData {
  readonly name: string
  /** Ids of the key questions that asking for this kind answers. */
  readonly settles: readonly string[]
  readonly practices: readonly (CountedText & { readonly area: string })[]
}

export interface QuestionData extends CountedText {
  readonly id: string
  /** A regular expression, tried without regard to case, for requests that answer it. */
  readonly answeredBy: string
}
