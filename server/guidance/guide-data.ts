import type { LinearModelData } from './linear-model.ts'
import type { Shape } from './shape.ts'

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
}

/** What a text costs, counted at build. */
export interface Cost {
  readonly tokens: number
  /** Tokens of the text written as a JSON string: as many, or more. */
  readonly json: number
}

export interface CountedText extends Cost {
  readonly text: string
}

export interface SectionData {
  /** `reference#section`. */
  readonly id: string
  readonly reference: string
  readonly title: string
  /** Markdown with its heading, without comment and footnotes. */
  readonly text: string
  /** What it costs in each shape, and what stands around it in an answer: its id, reference and title. */
  readonly costs: Readonly<Record<Shape | 'head', Cost>>
  readonly versions: string | null
  /** Ids of the rules that it explains. */
  readonly rules: readonly CountedText[]
  /** What people say when they need it; all of it is known when the package is built. */
  readonly phrases: PhrasesData
  /** Names of the framework that it speaks of: functions, options, settings. */
  readonly identifiers: readonly string[]
}

/** Ways of asking, one a line. There are thousands: an object for each would weigh more than the words. */
export interface PhrasesData {
  readonly lines: string
  /** The tokens of each as a JSON string. */
  readonly json: readonly number[]
  /** Where the features of each end, counted from where those of the section begin: positions in the model of sections, as `phrases.bin` holds them. */
  readonly ends: readonly number[]
}

export interface TaskTypeData {
  readonly name: string
  /** Ids of the key questions that asking for this kind answers. */
  readonly settles: readonly string[]
  readonly practices: readonly CountedText[]
}

export interface QuestionData extends CountedText {
  readonly id: string
  /** A regular expression, tried without regard to case, for requests that answer it. */
  readonly answeredBy: string
}
