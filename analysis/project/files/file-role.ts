/** Tests run eagerly, roll back and pass what they like; a migration runs once and is never edited. Neither is judged. */
export function isProductionFile(path: string): boolean {
  let known = roles.get(path)
  if (known === undefined) {
    known = !notProduction.test(path)
    roles.set(path, known)
  }
  return known
}

const roles = new Map<string, boolean>()

const notProduction =
  /(^|\/)migrations\/[^/]+$|(^|\/)(tests?|testing|test_utils|testutils|factories)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests?|testing|conftest|factories)\.pyi?$/
