import { bareId, readEslintConfig, readEslintDirective, readOwnDirective, type Directive } from '../directives.ts'

const noqaForm = /#\s*noqa:([^#]*)/i

/** Every directive in a comment; `standsAlone` where there is no code before it on its line. */
export function readDirectives(comment: string, standsAlone: boolean): Directive[] {
  const body = comment.slice(1)
  const own = readOwnDirective(body.split('#'), standsAlone)
  return [readNoqa(comment), own, readEslintDirective(body), readEslintConfig(body)].filter((directive) => directive !== null)
}

/** `# noqa: first, second`. A bare `# noqa` was written for other tools, and a colon followed by anything but codes asks for nothing. */
function readNoqa(comment: string): Directive | null {
  const list = noqaForm.exec(comment)?.[1]
  const rules = list === undefined ? [] : leadingCodes(list)
  return rules.length === 0 ? null : { reach: 'statement', rules, reason: null }
}

/** Codes are letters with digits, rule ids are words with hyphens; other words are remarks. */
function leadingCodes(list: string): string[] {
  const codes: string[] = []
  for (const word of list.split(/[\s,]+/).filter((part) => part !== '')) {
    if (!/^(?:[A-Za-z]+\d+|(?:taskwise\/)?[a-z]+(?:-[a-z\d]+)+)$/.test(word)) break
    codes.push(bareId(word))
  }
  return codes
}
