import { folderOf } from './paths.ts'
import { tableIn, tableOfJson, textIn, type Table } from './tables.ts'
import type { Workspace } from './workspace.ts'

/** A `package.json`. */
export interface PackageManifest {
  /** Where it lies; empty for the root. */
  readonly folder: string
  readonly name: string | null
  readonly content: Table
}

const remembered = new WeakMap<Workspace['layout'], readonly PackageManifest[]>()

/** Every `package.json` of the project, by path. */
export function packageManifests(workspace: Pick<Workspace, 'otherPaths' | 'layout' | 'text'>): readonly PackageManifest[] {
  let manifests = remembered.get(workspace.layout)
  if (manifests === undefined) {
    manifests = workspace.otherPaths.filter((path) => /(^|\/)package\.json$/.test(path)).map((path) => readManifest(path, workspace.text(path) ?? ''))
    remembered.set(workspace.layout, manifests)
  }
  return manifests
}

function readManifest(path: string, text: string): PackageManifest {
  const content = tableOfJson(text)
  return { folder: folderOf(path), name: textIn(content, 'name'), content }
}

/** What a package says about the version of another that it uses, such as `^5.1.0` or `workspace:*`; `null`: it does not use it. */
export function declaredSpecifier({ content }: PackageManifest, name: string): string | null {
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].map((field) => tableIn(content, field))
  return groups.map((group) => textIn(group, name)).find((specifier) => specifier !== null) ?? null
}
