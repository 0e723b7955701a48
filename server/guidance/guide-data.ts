import type { AsPlainObject } from 'minisearch'
import type { LinearModelData } from './linear-model.ts'

/** Everything that guidance knows, as the build writes it. */
export interface GuideData {
  readonly references: readonly ReferenceData[]
  readonly sections: readonly SectionData[]
  /** The words of the sections, for `MiniSearch.loadJS`; its ids are positions in `sections`. */
  readonly index: AsPlainObject
  /** Tells the section that a question is about. */
  readonly sectionModel: LinearModelData
  /** Tells the reference that a question is about: surer than the section where several have something to say. */
  readonly referenceModel: LinearModelData
  /** Tells whether a question is about background tasks at all: `covered` or `off-topic`. */
  readonly coverageModel: LinearModelData
  /** Tells the kind of task that a request is about. */
  readonly taskTypeModel: LinearModelData
  readonly taskTypes: readonly TaskTypeData[]
  readonly questions: readonly QuestionData[]
}

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
