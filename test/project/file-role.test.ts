import { describe, expect, test } from 'vitest'
import { isProductionFile } from '../../analysis/project/files/file-role.ts'

describe('is judged', () => {
  test.each([
    'shop/tasks.py',
    'shop/latest.py',
    'shop/migrations/tools/tasks.py',
    'src/orders/orders.service.ts',
    'src/orders/latest.ts',
    'src/contest/contest.ts',
    'src/attest.ts',
    'src/tester.js',
    'src/factories/mailer.factory.ts',
    'src/specification/spec.service.ts',
    'src/migrations/migrations.processor.ts',
    'src/migrations/jobs/index.ts',
    'src/migration/index.ts',
    'src/story/story.controller.ts',
    'src/ab-testing/experiments.ts',
    'server.mjs',
    'app/[slug]/page.tsx',
  ])('%s', (path) => {
    expect(isProductionFile(path)).toBe(true)
  })
})

describe('is not judged', () => {
  test.each([
    'shop/tests/test_tasks.py',
    'shop/migrations/0001_initial.py',
    'src/orders.test.ts',
    'src/orders.spec.tsx',
    'src/orders.e2e-spec.ts',
    'src/orders.integration.test.mts',
    'src/orders.test.utils.ts',
    'src/orders_test.ts',
    'src/orders-spec.js',
    'src/Orders.stories.tsx',
    'src/orders.mock.ts',
    'src/__tests__/orders.ts',
    'src/__mocks__/queue.ts',
    'src/fixtures/orders.ts',
    'test/orders.ts',
    'tests/helpers/queue.cjs',
    'libs/tests-integration/src/queue.ts',
    'integration-tests/queue.ts',
    'apps/shop-e2e/src/orders.ts',
    'e2e/orders.ts',
    'cypress/support/commands.js',
    'src/test-utils.ts',
    'jest.setup.ts',
    'src/database/migrations/1762000000000-first-tables.ts',
    'src/migration/1762000000000-FirstTables.ts',
    'prisma/migrations/20250101_fill/run.ts',
    'prisma/seed.ts',
    'prisma/seed.dev.ts',
    'src/database/seeders/orders.ts',
  ])('%s', (path) => {
    expect(isProductionFile(path)).toBe(false)
  })
})
