const neverOurs = new Set(['node_modules', 'bower_components', '__pycache__', '__pypackages__', 'site-packages', 'dist-packages'])

const environmentNames = new Set(['venv', 'env', 'virtualenv'])

const vendorNames = new Set(['vendor', '_vendor', 'vendored', '_vendored', 'third_party', 'third-party', 'externals'])

/** What an application of the project keeps directly in its folder, and a folder of other people's packages does not. */
const applicationEntries = new Set(['apps.py', 'models.py', 'tasks.py', 'migrations'])

/**
 * True for a folder that nobody writes project code in, by its name alone: installed packages, caches, and every folder
 * whose name starts with a dot, since no module can be imported from it (`.git`, `.venv`, `.tox`, `.mypy_cache`).
 */
export function isForeignName(name: string): boolean {
  return name.startsWith('.') || neverOurs.has(name)
}

/**
 * True for a folder of code that the project uses and does not own: a virtual environment or vendored packages. A folder
 * that only shares the name (a package called `env`, an application called `vendor`) is the project's own.
 */
export function isForeignFolder(name: string, entries: readonly { readonly name: string }[]): boolean {
  if (entries.some((entry) => entry.name === 'pyvenv.cfg')) return true
  if (environmentNames.has(name)) return !entries.some((entry) => entry.name === '__init__.py')
  return vendorNames.has(name) && !entries.some((entry) => applicationEntries.has(entry.name))
}
