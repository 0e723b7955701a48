import { createRequire } from 'node:module'

const oldest = [9, 15] as const

/**
 * Throws an Error that says what to do where the ESLint that loads the plugin is too old for it. One that cannot be seen,
 * because a tool has bundled it, passes.
 */
export function refuseOldEslint(): void {
  const versions = loadedVersions()
  if (versions.length === 0 || versions.some(isNewEnough)) return
  throw new Error(
    `taskwise/eslint-plugin needs ESLint 9.15 or newer, with its configuration in eslint.config.js, and this is ESLint ${versions.join(', ')}. ` +
      'Update it with: npm install --save-dev eslint@latest',
  )
}

/** Refuses configurations in the old format, where a program has put the plugin into one. */
export function refuseLegacyConfiguration(context: object): void {
  // Only the old format names its parser by a path.
  if (!('parserPath' in context) || typeof context.parserPath !== 'string') return
  throw new Error('The rules of taskwise need a configuration in the flat format (eslint.config.js); this one is in the old format (.eslintrc).')
}

/** ESLint reads its own manifest with `require`, in every version. */
function loadedVersions(): readonly string[] {
  const { cache } = createRequire(import.meta.url)
  return Object.entries(cache).flatMap(([path, module]) => (/[\\/]eslint[\\/]package\.json$/.test(path) ? versionIn(module?.exports) : []))
}

function versionIn(manifest: unknown): readonly string[] {
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || !('version' in manifest)) return []
  return manifest.name === 'eslint' ? [String(manifest.version)] : []
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}
