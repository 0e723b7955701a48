import { expect, test } from 'vitest'
import { moduleWords } from '../../analysis/project/files/module-words.ts'

test.each([
  ['shop/orders/tasks.py', ['orders', 'tasks']],
  ['shop/orders/__init__.py', ['shop', 'orders']],
  ['src/orders/order-queue.service.ts', ['orders', 'order-queue.service']],
  ['src/orders/index.ts', ['orders']],
  ['packages/redis/src/cache.ts', ['redis', 'cache']],
  ['packages/redis/src/tools/cache.mts', ['redis', 'tools', 'cache']],
  ['packages/redis/src/index.ts', ['packages', 'redis']],
  ['src/index.js', ['src']],
  ['server.js', ['server']],
])('%s', (path, words) => {
  expect(moduleWords(path).toSorted()).toEqual(words.toSorted())
  expect(moduleWords(path).at(-1)).toBe(words.at(-1))
})
