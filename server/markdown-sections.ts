/** A `##` section of a document. */
export interface Section {
  readonly heading: string
  /** Markdown, without the heading. */
  readonly text: string
}

export interface SectionedDocument {
  /** Text of the `#` heading; empty where there is none. */
  readonly title: string
  readonly sections: readonly Section[]
}

/**
 * Cuts one of our own pages at its `#` and `##` headings. What stands before the first `##` belongs to no section.
 * The pages are tests, and those read them with a whole Markdown parser: their form is known here.
 */
export function readSections(document: string): SectionedDocument {
  let title = ''
  const sections: { heading: string; lines: string[] }[] = []
  let isCode = false
  for (const line of document.split(/\r?\n/)) {
    if (line.startsWith('```')) isCode = !isCode
    if (!isCode && line.startsWith('# ')) title ||= line.slice(2)
    else if (!isCode && line.startsWith('## ')) sections.push({ heading: line.slice(3), lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return { title, sections: sections.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() })) }
}
