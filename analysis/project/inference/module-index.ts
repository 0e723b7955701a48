import { languageOf } from '../../languages/source-language.ts'
import type { Workspace } from '../files/workspace.ts'
import { indexPythonModules, type PythonModules } from '../modules/python-modules.ts'
import { indexTypeScriptModules, moduleSources, type TypeScriptModules } from '../modules/typescript-modules.ts'

/** Finds the file behind a module name, as the importer's own language would. */
export interface ModuleIndex {
  /** `module` as written in `fromPath` (leading dots kept); an empty `fromPath` asks for a Python module by its full name. `null`: not part of the project. */
  find(module: string, fromPath: string): string | null
  /** The project holds a Python module or folder of this name: it may be the start of a name that `find` knows. */
  hasTopLevel(name: string): boolean
}

const remembered = new WeakMap<Workspace['layout'], ModuleIndex>()

/** Where the modules of a project are: the same index for as long as its layout lasts. */
export function indexModules(workspace: Pick<Workspace, 'paths' | 'otherPaths' | 'layout' | 'text'>): ModuleIndex {
  let index = remembered.get(workspace.layout)
  if (index === undefined) {
    index = makeIndex(workspace)
    remembered.set(workspace.layout, index)
  }
  return index
}

/** Each language's modules are indexed when the first question about them comes. */
function makeIndex(workspace: Pick<Workspace, 'paths' | 'otherPaths' | 'layout' | 'text'>): ModuleIndex {
  let python: PythonModules | undefined
  let scripts: TypeScriptModules | undefined
  const pythonModules = (): PythonModules => (python ??= indexPythonModules(workspace.paths.filter((path) => languageOf(path) === 'python')))
  const scriptModules = (): TypeScriptModules => (scripts ??= indexTypeScriptModules(moduleSources(workspace)))
  return {
    find: (module, fromPath) => (languageOf(fromPath) === 'typescript' ? scriptModules() : pythonModules()).find(module, fromPath),
    hasTopLevel: (name) => pythonModules().hasTopLevel(name),
  }
}
