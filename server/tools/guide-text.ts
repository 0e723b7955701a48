import type { GuideAnswer } from './guide.ts'

/** The answer in words, with everything that its data says. */
export function showGuide({ found, note, task_types, questions, practices, rules, sections }: GuideAnswer): string {
  if (!found) return note
  return [
    ...sections.map(({ id, text, because }) => `${text}\n\n(${[id, ...because].join('; ')})`),
    ...list('Task type', task_types),
    ...list('To settle first', questions),
    ...list('Practices', practices),
    ...list('Rules to mind', rules),
    'When it is written, check it with `review`.',
  ].join('\n\n')
}

function list(heading: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${heading}: ${texts.join(' ')}`]
}
