import { leastCoverage } from '../guidance/coverage.ts'
import { fitSections, type FittedSection, frameOfSection } from '../guidance/fit.ts'
import { type Guide, loadGuide } from '../guidance/guide.ts'
import type { CountedText } from '../guidance/guide-data.ts'
import { openQuestions } from '../guidance/open-questions.ts'
import { noProject, type ProjectFacts } from '../guidance/project-facts.ts'
import { questionIn } from '../guidance/question-text.ts'
import { rank, type RankedSection } from '../guidance/rank.ts'
import { type Question, toQuestion } from '../guidance/question.ts'
import { type Reasons, reasonsFor } from '../guidance/reasons.ts'
import { relevantPart } from '../guidance/relevant-part.ts'
import { inShape } from '../guidance/shape.ts'
import { noContext, type RequestContext } from '../guidance/request-context.ts'
import { isRulePage } from '../guidance/rule-pages.ts'
import { isAboutTrouble, recogniseTaskTypes } from '../guidance/task-types.ts'
import { RequestError } from '../request-error.ts'

export interface GuideRequest {
  /** What is wanted, in a person's words; a pasted error will do. */
  readonly request: string
  /** Source text that the request is about. */
  readonly code?: string | undefined
  readonly filename?: string | undefined
  /** The folder of the project that it is about, absolute or relative to an allowed root. */
  readonly root?: string | undefined
  /** Tokens that the answer may have, as text and as JSON. */
  readonly max_tokens?: number | undefined
}

/** What goes over the wire. */
export interface GuideAnswer {
  readonly found: boolean
  /** What is covered, where nothing was found; else empty. */
  readonly note: string
  readonly task_types: readonly string[]
  readonly questions: readonly string[]
  readonly practices: readonly string[]
  /** Ids of rules to mind. */
  readonly rules: readonly string[]
  /** Tokens of the sections and of what stands beside them. */
  readonly tokens: number
  readonly sections: readonly AnsweredSection[]
}

export interface AnsweredSection {
  readonly id: string
  readonly reference: string
  readonly title: string
  /** Markdown: the whole section for the best one, less for those after it. */
  readonly text: string
  readonly tokens: number
  /** What led to it: a way of asking, words, facts of the code. */
  readonly because: readonly string[]
}

const usualTokens = 1500
const mostSections = 3
/** Tokens of keys, brackets and headings around all sections. */
const frame = 70

/** Answers a request with the few sections that fit it, and with what to settle and to mind; or says that there is nothing. Throws a `RequestError` for an empty request, for code that is too large or in no language that is read, and for a project outside `roots` or that cannot be read. */
export async function guide(request: GuideRequest, roots: readonly string[] = []): Promise<GuideAnswer> {
  const text = questionIn(request.request)
  if (text === '') throw new RequestError('Give a `request`: what is wanted, an error, or a symptom.')
  const context = { ...(await factsOf(request)), project: await projectOf(request, roots) }
  return answer(await loadGuide(), text, context, request.max_tokens)
}

async function factsOf({ code, filename }: GuideRequest): Promise<Pick<RequestContext, 'facts' | 'isTypeScript'>> {
  if (code === undefined) return noContext
  const { factsOfCode } = await import('./facts-of-code.ts')
  return factsOfCode(code, filename)
}

async function projectOf({ root }: GuideRequest, roots: readonly string[]): Promise<ProjectFacts> {
  if (root === undefined) return noProject
  const { factsOfProject } = await import('./facts-of-project.ts')
  return factsOfProject(root, roots)
}

function answer(known: Guide, text: string, context: RequestContext, limit: number | undefined): GuideAnswer {
  const whole = toQuestion(text, known.correct)
  const relevant = relevantPart(text, known.coverageModel)
  const question = relevant === text ? whole : toQuestion(relevant, known.correct)
  const { coverage, ranked } = rank(known, question, context)
  const guesses = recogniseTaskTypes(known, whole)
  const types = guesses.map(({ name }) => name)
  if (coverage < leastCoverage || ranked.length === 0) return nothing(known, types)
  const chosen = withBestPage(ranked.slice(0, mostSections))
  const wanted = isAboutTrouble(whole) ? [] : guesses.filter(({ isSure }) => isSure).map(({ name }) => name)
  const all = besides(known, whole, wanted, chosen)
  const { fitted, beside, reasons } = fit(chosen, all, chosen.map((each) => reasonsFor(each, question, context, known.sectionModel)), limit)
  const sections = fitted.map(({ section, shape }, index) => ({
    id: section.id,
    reference: section.reference,
    title: section.title,
    text: inShape(section, shape),
    tokens: section.costs[shape].tokens,
    because: reasons[index]?.texts ?? [],
  }))
  const tokens = sections.reduce((sum, each) => sum + each.tokens + frameOfSection / 2, frame / 2) + beside.all.reduce((sum, each) => sum + each.tokens, 0)
  return {
    found: true,
    note: '',
    task_types: types,
    questions: beside.questions.map(({ text: ask }) => ask),
    practices: beside.practices.map(({ text: practice }) => practice),
    rules: beside.rules.map(({ text: rule }) => rule),
    tokens,
    sections,
  }
}

/** Of pages of rules the best alone: the others are about other mistakes. */
function withBestPage(ranked: readonly RankedSection[]): readonly RankedSection[] {
  const best = ranked.find(({ section }) => isRulePage(section))
  return ranked.filter((each) => each === best || !isRulePage(each.section))
}

interface Fit {
  readonly fitted: readonly FittedSection[]
  readonly beside: Beside
  readonly reasons: readonly Reasons[]
}

/** Where there is too little room for a section, what stands beside makes way: first practices and questions, then rules and reasons. */
function fit(chosen: readonly RankedSection[], beside: Beside, reasons: readonly Reasons[], limit: number | undefined): Fit {
  const fitBeside = (kept: Beside, why: readonly Reasons[]): Fit => {
    const room = (limit ?? usualTokens) - frame - jsonOf(kept.all)
    return { beside: kept, reasons: why, fitted: fitSections(chosen.map(({ section }) => section), why.map(({ json }) => json), room, limit !== undefined) }
  }
  const onlyRules = { ...noneBeside, rules: beside.rules, all: beside.rules }
  const tries = [fitBeside(beside, reasons), fitBeside(onlyRules, reasons)]
  return tries.find(({ fitted: [first] }) => first !== undefined && first.shape !== 'title') ?? fitBeside(noneBeside, [])
}

interface Beside {
  readonly questions: readonly CountedText[]
  readonly practices: readonly CountedText[]
  readonly rules: readonly CountedText[]
  readonly all: readonly CountedText[]
}

const noneBeside: Beside = { questions: [], practices: [], rules: [], all: [] }

function besides(known: Guide, question: Question, types: readonly string[], chosen: readonly RankedSection[]): Beside {
  const questions = openQuestions(known, question.text, types)
  const practices = known.taskTypes.filter(({ name }) => name === types[0]).flatMap((type) => type.practices)
  const rules = [...new Map(chosen.flatMap(({ section }) => section.rules).map((rule) => [rule.text, rule])).values()]
  return { questions, practices, rules, all: [...questions, ...practices, ...rules] }
}

function jsonOf(texts: readonly CountedText[]): number {
  return texts.reduce((sum, { json }) => sum + json + 2, 0)
}

function nothing({ references }: Guide, types: readonly string[]): GuideAnswer {
  const note = `Nothing here about that. Covered: Celery with Django, ${references.map(({ title }) => title.toLowerCase()).join(', ')}; of BullMQ and pg-boss, what \`review\` reports and \`explain_rule\` explains.`
  return { found: false, note, task_types: types, questions: [], practices: [], rules: [], tokens: frame, sections: [] }
}
