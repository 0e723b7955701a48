import { z } from 'zod'
import { kindOf } from './kind.ts'
import type { Reference, Section } from './reference.ts'
import { countTokens } from './tokens.ts'
import { readBounds, readRange } from './versions.ts'

const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not in kebab-case')
const phrases = (least: number): z.ZodArray<z.ZodString> => z.array(z.string().trim().min(1)).min(least)

/** A text that `read` can read. */
function readable(read: (text: string) => unknown): z.ZodString {
  return z.string().superRefine((text, context) => {
    try {
      read(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  })
}

/** What stands at the head of a reference. */
export interface Matter {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Version ranges by package. */
  readonly 'applies-to': Readonly<Record<string, string>>
  readonly triggers: readonly string[]
}

const matterForm: z.ZodType<Matter> = z.strictObject({
  id: name,
  title: z.string().min(1),
  summary: z.string().regex(/^[A-Z].*\.$/, 'is not a sentence'),
  'applies-to': z.record(z.string(), readable(readRange)),
  triggers: phrases(3),
})

/** What stands in the comment of a section. */
export interface Comment {
  readonly id: string
  readonly triggers: readonly string[]
  readonly asked: readonly string[]
  readonly versions?: string | undefined
  readonly rules?: readonly string[] | undefined
}

const commentForm: z.ZodType<Comment> = z.strictObject({
  id: name,
  triggers: phrases(3),
  asked: phrases(20),
  versions: readable(readBounds).optional(),
  rules: z.array(name).min(1).optional(),
})

/** Tokens that a section may have, heading and code included. */
const tokens = { least: 150, most: 450 }
const mostCodeLines = 30

/** The front matter of a reference. Throws where it has another form, and names the file. */
export function matterOf({ name: file, matter }: Reference): Matter {
  const parsed = matterForm.safeParse(matter)
  if (!parsed.success) throw new Error(`references/${file}.md: the front matter lacks its form: ${issuesOf(parsed).join('; ')}`)
  return parsed.data
}

/** The comment of a section; `null` where it has another form. */
export function commentOf(section: Section): Comment | null {
  const { success, data } = commentForm.safeParse(section.comment)
  return success ? data : null
}

/** What is wrong with the form of one reference, seen alone; each line begins with the place. */
export function findFormProblems(reference: Reference): readonly string[] {
  const { name: file, matter, title, introduction, sections } = reference
  const parsed = matterForm.safeParse(matter)
  const problems = issuesOf(parsed).map((issue) => `front matter: ${issue}`)
  if (parsed.success && parsed.data.id !== file) problems.push(`front matter: the id is ${parsed.data.id} and the file ${file}.md`)
  if (parsed.success && parsed.data.title !== title) problems.push(`the heading is "${title}" and the title "${parsed.data.title}"`)
  if (introduction.length !== 1) problems.push(`${introduction.length} paragraphs stand before the first section and should be 1`)
  if (sections.length === 0) problems.push('there is no section')
  const bodies = sections.flatMap((section) => findSectionProblems(section).map((problem) => `line ${section.line}, "${section.heading}": ${problem}`))
  return [...problems, ...bodies, ...findRepeated(sections)]
}

function issuesOf({ error }: z.ZodSafeParseResult<unknown>): string[] {
  return error?.issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': ')) ?? []
}

function findSectionProblems(section: Section): readonly string[] {
  const size = countTokens(section.text)
  return [
    ...issuesOf(commentForm.safeParse(section.comment)).map((issue) => `comment: ${issue}`),
    ...section.strays.map((stray) => `there is ${stray}`),
    ...(size < tokens.least || size > tokens.most ? [`it has ${size} tokens and should have ${tokens.least} to ${tokens.most}`] : []),
    ...(/\bsimply\b/i.test(section.prose) ? ['nothing is done "simply"'] : []),
    ...findBlockProblems(section),
    ...findSourceProblems(section),
  ]
}

function findBlockProblems({ blocks }: Section): readonly string[] {
  const unknown = blocks.filter(({ info }) => kindOf(info) === null).map(({ info, line }) => `line ${line}: nothing checks a block of "${info}"`)
  const main = blocks.filter(({ info }) => kindOf(info) !== 'text')
  const long = main.filter(({ text }) => text.split('\n').filter((line) => line.trim() !== '').length > mostCodeLines)
  return [
    ...unknown,
    ...(main.length === 1 ? [] : [`it has ${main.length} code blocks besides logs and should have 1`]),
    ...long.map(({ line }) => `line ${line}: the block has more than ${mostCodeLines} lines of code`),
  ]
}

function findSourceProblems({ sources, references }: Section): readonly string[] {
  const labels = sources.map(({ label }) => label)
  const vague = sources.filter(({ urls, codes }) => !urls.some((url) => url.startsWith('https://')) && !codes.some((code) => code.includes('/')))
  return [
    ...(sources.length === 0 ? ['it names no source'] : []),
    ...references.filter((label) => !labels.includes(label)).map((label) => `the footnote ${label} is not defined in this section`),
    ...labels.filter((label) => !references.includes(label)).map((label) => `nothing refers to the footnote ${label}`),
    ...vague.map(({ label }) => `the footnote ${label} holds neither a public address nor a path`),
  ]
}

function findRepeated(sections: readonly Section[]): readonly string[] {
  const ids = sections.flatMap((section) => commentOf(section)?.id ?? [])
  const labels = sections.flatMap(({ sources }) => sources.map(({ label }) => label))
  return [
    ...repeated(ids).map((id) => `two sections have the id ${id}`),
    ...repeated(sections.map(({ heading }) => heading)).map((heading) => `two sections are called "${heading}"`),
    ...repeated(labels).map((label) => `two footnotes of the file have the label ${label}, of which a reader would see the first: number them through the file`),
  ]
}

/** What occurs more than once in a list. */
function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
