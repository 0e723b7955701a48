import { type Group, makeGroup, readFence } from './group.ts'
import { languages } from './language.ts'
import { readOutline, type Section } from './outline.ts'

const fewestCases = 10

/** The cases of the rule `id`. Throws, naming the line, where the list does not have the form of a list of cases. */
export function readCaseList(id: string, text: string): Group[] {
  const { title, sections } = readOutline(text)
  if (title !== `${id}: cases`) throw new Error(`the title is "${title}" and should be "${id}: cases"`)
  const twice = sections.find(({ heading }, index) => sections.findIndex((other) => other.heading === heading) !== index)
  if (twice !== undefined) throw new Error(`line ${twice.line}: there are two cases called "${twice.heading}"`)
  const groups = sections.map(readCase)
  checkBalance(id, groups)
  return groups
}

function readCase({ heading, line, parts }: Section): Group {
  const [part, ...others] = parts
  if (part === undefined || others.length > 0) throw new Error(`line ${line}: a case has no headings of its own`)
  if (part.paragraphs.length === 0) throw new Error(`line ${line}: "${heading}" does not say why it reports or not`)
  const files = part.blocks.map((block) => {
    const fence = readFence(block.info)
    if (fence === null || fence.role !== null) throw new Error(`line ${block.line}: the info string "${block.info}" is not known`)
    return { ...block, fence }
  })
  if (files.length === 0) throw new Error(`line ${line}: "${heading}" shows no code`)
  return makeGroup(`${heading} (line ${line})`, 'case', files)
}

/** Each language that is spoken at all has enough cases, and enough clean ones. */
function checkBalance(id: string, groups: readonly Group[]): void {
  const spoken = languages.filter((language) => groups.some((group) => group.languages.has(language)))
  for (const language of spoken) {
    const cases = groups.filter((group) => group.languages.has(language))
    const clean = cases.filter(({ markers }) => markers.length === 0).length
    if (cases.length < fewestCases) throw new Error(`there are ${cases.length} cases in ${language} and should be ${fewestCases} at least`)
    if (clean * 2 < cases.length) throw new Error(`${clean} of ${cases.length} cases in ${language} are clean and should be half at least`)
    const isShown = cases.some(({ markers }) => markers.some(({ rule }) => rule === id))
    if (!isShown) throw new Error(`no case in ${language} shows a finding of ${id}`)
  }
  if (spoken.length === 0) throw new Error('there are no cases')
}
