/** Tests run eagerly, roll back and pass what they like; migrations run once. Neither is judged. */
export function isProductionFile(path: string): boolean {
  return !/(^|\/)(tests?|testing|test_utils|testutils|migrations|alembic|factories)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest|factories)\.pyi?$/.test(path)
}
