import { checkCoverage, readCoverage } from './coverage.ts'
import { type Fence, type Group, isProjectFile, makeGroup, readFence, type Role } from './group.ts'
import { type CodeBlock, type Outline, type Part, readOutline, type Section } from './outline.ts'

/** The sections of a rule's page, in their order. */
const sectionHeadings = [
  'What it does',
  'Why it hurts',
  'Wrong',
  'Right',
  'TypeScript',
  'When not to use it',
  'Options',
  'Versions',
  'Sources',
]

const roles = new Map<string, Role>([
  ['Wrong', 'wrong'],
  ['Right', 'right'],
])

/** The examples on the page of the rule `id`. Throws, naming the line, where the page does not have the form of a rule's page. */
export function readRulePage(id: string, summary: string, text: string): Group[] {
  const outline = readOutline(text)
  checkHead(outline, id, summary)
  checkSections(outline.sections)
  const groups = outline.sections.flatMap((section) => section.parts.flatMap((part) => readExample(section, part)))
  checkCoverage(readCoverage(outline.sections.find(({ heading }) => heading === 'TypeScript')), groups)
  return groups
}

function checkHead({ title, introduction }: Outline, id: string, summary: string): void {
  if (title !== id) throw new Error(`the title is "${title}" and should be "${id}"`)
  const [first, ...others] = introduction
  if (first !== summary) throw new Error(`the summary is "${first ?? ''}" and in rule.ts it is "${summary}"`)
  if (others.length > 0) throw new Error('the summary is one paragraph; the rest belongs below "What it does"')
}

function checkSections(sections: readonly Section[]): void {
  const found = sections.map(({ heading }) => heading)
  if (found.join() !== sectionHeadings.join()) {
    throw new Error(`the sections are ${found.join(', ')} and should be ${sectionHeadings.join(', ')}`)
  }
  for (const { heading, line, parts } of sections) {
    const isEmpty = parts.every(({ paragraphs, blocks }) => paragraphs.length === 0 && blocks.length === 0)
    if (isEmpty) throw new Error(`line ${line}: nothing is said below "${heading}"`)
    if (roles.has(heading) && parts.every(({ blocks }) => blocks.length === 0)) throw new Error(`line ${line}: "${heading}" shows no code`)
    if (heading === 'Why it hurts' && !parts.some(({ blocks }) => blocks.some(({ info }) => info === 'text'))) {
      throw new Error(`line ${line}: "${heading}" shows no exception or log line in a block of text`)
    }
  }
}

function readExample(section: Section, part: Part): Group[] {
  const role = roles.get(section.heading) ?? null
  const files = part.blocks.map((block) => ({ ...block, fence: readBlock(block, role) })).filter(({ fence }) => isProjectFile(fence))
  if (files.length === 0) return []
  if (role === null || !files.some(({ fence }) => fence.role === role)) {
    throw new Error(`line ${part.line}: "${section.heading}" holds files, but none of them is marked as wrong or right`)
  }
  const group = makeGroup(`${section.heading}${part.heading === null ? '' : `: ${part.heading}`} (line ${part.line})`, role, files)
  if (role === 'wrong' && group.markers.length === 0) throw new Error(`line ${part.line}: a wrong example marks no line`)
  if (role === 'right' && group.markers.length > 0) throw new Error(`line ${part.line}: a right example marks a line as wrong`)
  return [group]
}

function readBlock({ info, line }: CodeBlock, role: Role | null): Fence {
  const fence = readFence(info)
  if (fence === null) throw new Error(`line ${line}: the info string "${info}" is not known`)
  if (fence.role !== null && fence.role !== role) throw new Error(`line ${line}: "${info}" stands in the wrong section`)
  return fence
}
