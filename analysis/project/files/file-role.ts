import { languageOf } from '../../languages/source-language.ts'

/** Tests run eagerly, roll back and pass what they like; a migration runs once and is never edited. Neither is judged. */
export function isProductionFile(path: string): boolean {
  let known = roles.get(path)
  if (known === undefined) {
    known = !(languageOf(path) === 'typescript' ? notProductionScript : notProduction).test(path)
    roles.set(path, known)
  }
  return known
}

const roles = new Map<string, boolean>()

const notProduction =
  /(^|\/)migrations\/[^/]+$|(^|\/)(tests?|testing|test_utils|testutils|factories)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests?|testing|conftest|factories)\.pyi?$/

/** What a test is called after: `tests/`, `integration-tests/`, `tests-e2e/`, `shop-e2e/`. */
const testKinds = 'unit|integration|e2e|api|acceptance|functional|system|smoke|load|contract'

const notProductionScript = new RegExp(
  [
    `(^|/)((${testKinds})[-_])?(tests?|testing)([-_](${testKinds}|utils?|helpers?|support|setup|data|fixtures))?/`,
    '(^|/)(test-?utils|[\\w-]*e2e|cypress|playwright|(__)?(mocks|fixtures|stories)(__)?|__tests?__|seeds|seeders)/',
    // `orders.spec.ts`, `orders.e2e-spec.ts`, `orders.test.utils.ts`, `Orders.stories.tsx`
    '\\.(tests?|specs?|e2e|cy|stories|story|mocks?|fixtures?|bench)([.-][\\w.-]+)?\\.[cm]?[jt]sx?$',
    '[.\\w][-_.](tests?|spec)\\.[cm]?[jt]sx?$',
    `(^|/)(tests?|testing|test[-_]?(utils?|helpers?|support|setup)|setup-?tests?|(jest|vitest|playwright|cypress)\\.[\\w.-]+)\\.[cm]?[jt]sx?$`,
    // A feature called migrations has files with a second name: `migrations.service.ts`.
    '(^|/)migrations/[^/.]+\\.[cm]?[jt]s$|(^|/)migrations?/\\d',
    '(^|/)prisma/seeds?\\b[^/]*$',
  ].join('|'),
)
