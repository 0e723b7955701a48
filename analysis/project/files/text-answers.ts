import type { Workspace } from './workspace.ts'

/** What can be told from one file's text alone. */
export type TextQuestion<T> = (workspace: Pick<Workspace, 'layout' | 'text'>, path: string) => T

/** Makes a question whose answer is worked out once for as long as the file's text stays what it is. */
export function askedOfText<T>(answer: (text: string, path: string) => T): TextQuestion<T> {
  const remembered = new WeakMap<Workspace['layout'], Map<string, { readonly text: string; readonly value: T }>>()
  return (workspace, path) => {
    let answers = remembered.get(workspace.layout)
    if (answers === undefined) {
      answers = new Map()
      remembered.set(workspace.layout, answers)
    }
    const text = workspace.text(path) ?? ''
    let known = answers.get(path)
    if (known?.text !== text) {
      known = { text, value: answer(text, path) }
      answers.set(path, known)
    }
    return known.value
  }
}
