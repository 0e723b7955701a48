import type { Workspace } from '../files/workspace.ts'

/** The project's own code takes a name from the settings and does something with it. @param settingsPaths of the settings modules. */
export function isReadByProject(workspace: Workspace, settingsPaths: ReadonlySet<string>, name: string): boolean {
  const paths = new Set([...workspace.mentioning(name), ...[...settingsPaths].filter((path) => workspace.mentions(path, name))])
  return [...paths].some((path) => {
    const isSettings = settingsPaths.has(path)
    const text = workspace.text(path) ?? ''
    return isSettings ? isUsedIn(text, name) : new RegExp(`\\.${name}\\b|["']${name}["']|import\\b[^\\n]*\\b${name}\\b|^\\s+${name},?\\s*$`, 'm').test(text)
  })
}

/** Mentioned apart from being assigned or filled: not in a comment, and not as the name of its own environment variable. */
function isUsedIn(text: string, name: string): boolean {
  const assigned = new RegExp(`(^|[^\\w.])${name}\\s*((\\[[^\\]]*\\])?(:[^=\\n]*)?\\s*[+|]?=(?!=)|\\.(update|setdefault|append|extend)\\()`)
  const used = new RegExp(`\\b${name}\\b`)
  return text.split(/\r?\n/).some((line) => {
    const code = line.replace(/#.*$/, '').replace(new RegExp(`["']${name}["']`, 'g'), '').replace(assigned, '$1=')
    return used.test(code)
  })
}

/** Production code names one of these settings, so that it may be set. */
export function mentionsSetting(workspace: Workspace, names: readonly string[]): boolean {
  return names.some((name) => workspace.mentioning(name).length > 0)
}
