/** A reference as its file holds it. Whether it has its form is for `form.ts` to say. Lines are 1-based. */
export interface Reference {
  /** The name of its file without `.md`. */
  readonly name: string
  /** The front matter as it was parsed; `null` where there is none that can be read. */
  readonly matter: unknown
  readonly title: string
  /** The paragraphs and other blocks between the title and the first section, as text. */
  readonly introduction: readonly string[]
  readonly sections: readonly Section[]
}

/** A `##` heading and everything up to the next one. */
export interface Section {
  readonly heading: string
  readonly line: number
  /** The comment below the heading as it was parsed; `null` where there is none that can be read. */
  readonly comment: unknown
  /** What an assistant gets: the Markdown of the section without its comment, its footnotes and the marks that refer to them. */
  readonly text: string
  /** Prose alone, code blocks left out. */
  readonly prose: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly sources: readonly Source[]
  /** Labels of the footnotes that the prose refers to. */
  readonly references: readonly string[]
  /** Headings below it, and whatever stands where it should not, in words. */
  readonly strays: readonly string[]
}

export interface Block {
  readonly info: string
  /** Ends with a line break. */
  readonly text: string
  readonly line: number
}

export interface Link {
  readonly url: string
  readonly line: number
}

/** The definition of a footnote. */
export interface Source {
  readonly label: string
  readonly urls: readonly string[]
  /** What stands in it as code: paths and names. */
  readonly codes: readonly string[]
}
