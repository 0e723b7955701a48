/** Tests run eagerly, roll back and pass what they like; migrations run once. Neither is judged. */
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
  /(^|\/)(tests?|testing|test_utils|testutils|migrations|alembic|factories)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest|factories)\.pyi?$/
