import { languageOf } from '../../languages/source-language.ts'

const neverOurs = new Set(['node_modules', 'bower_components', 'jspm_packages', '__pycache__', '__pypackages__', 'site-packages', 'dist-packages'])

const environmentNames = new Set(['venv', 'env', 'virtualenv'])

const vendorNames = new Set(['vendor', '_vendor', 'vendored', '_vendored', 'third_party', 'third-party', 'externals'])

/** Where some keep the `tsconfig.json` that all others extend. */
const configurationNames = new Set(['.config', '.configs'])

/** Where the tools of a TypeScript package put what they make. Others keep code of their own in folders of these names. */
const outputNames = new Set(['dist', 'build', 'out', 'output', 'coverage', 'storybook-static'])

/** What an application of the project keeps directly in its folder, and a folder of other people's packages does not. */
const applicationEntries = new Set(['apps.py', 'models.py', 'tasks.py', 'migrations'])

/**
 * True for a folder that nobody writes project code in, by its name alone: installed packages, caches, and every folder
 * whose name starts with a dot, since no module can be imported from it (`.git`, `.venv`, `.tox`, `.next`).
 */
export function isForeignName(name: string): boolean {
  return name.startsWith('.') ? !configurationNames.has(name) : neverOurs.has(name)
}

/**
 * True for a folder of code that the project uses and does not own: a virtual environment or vendored packages. A folder
 * that only shares the name (a package called `env`, an application called `vendor`) is the project's own.
 */
export function isForeignFolder(name: string, entries: readonly Named[]): boolean {
  if (entries.some((entry) => entry.name === 'pyvenv.cfg')) return true
  if (environmentNames.has(name)) return !entries.some((entry) => entry.name === '__init__.py')
  return vendorNames.has(name) && !entries.some((entry) => applicationEntries.has(entry.name))
}

/**
 * True for a folder of what is made from the code around it. Such a folder lies beside a `package.json`, and nothing that
 * people write lies in it: no Python, and no TypeScript but declarations.
 */
export function isOutputFolder(name: string, entries: readonly Named[], siblings: readonly Named[]): boolean {
  if (!outputNames.has(name) || !siblings.some((entry) => entry.name === 'package.json')) return false
  return !entries.some((entry) => /\.(?:py|tsx?|[cm]ts)$/.test(entry.name) && languageOf(entry.name) !== null)
}

interface Named {
  readonly name: string
}
