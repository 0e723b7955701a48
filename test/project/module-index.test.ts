import { describe, expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { indexModules } from '../../analysis/project/inference/module-index.ts'

type Case = readonly [module: string, fromPath: string, found: string | null]

/** Empty source files, and configuration files with their text. */
function finder(sources: readonly string[], configuration: Readonly<Record<string, unknown>> = {}): (module: string, fromPath: string) => string | null {
  const texts = Object.entries(configuration).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)] as const)
  const modules = indexModules(memoryWorkspace(new Map([...sources.map((path) => [path, ''] as const), ...texts])))
  return (module, fromPath) => modules.find(module, fromPath)
}

function expectFound(find: (module: string, fromPath: string) => string | null, cases: readonly Case[]): void {
  expect(cases.map(([module, fromPath]) => [module, fromPath, find(module, fromPath)])).toEqual(cases)
}

test('each language looks for its own modules', () => {
  const find = finder(['shop/tasks.py', 'shop/views.py', 'shop/tasks.ts', 'shop/views.ts'])
  expectFound(find, [
    ['.tasks', 'shop/views.py', 'shop/tasks.py'],
    ['shop.tasks', 'shop/views.py', 'shop/tasks.py'],
    ['shop.tasks', '', 'shop/tasks.py'],
    ['./tasks', 'shop/views.ts', 'shop/tasks.ts'],
    ['shop.tasks', 'shop/views.ts', null],
  ])
})

test('a TypeScript folder is no Python package', () => {
  const modules = indexModules(memoryWorkspace(new Map([['shop/tasks.py', ''], ['web/queue.ts', '']])))
  expect(['shop', 'web', 'queue'].map((name) => modules.hasTopLevel(name))).toEqual([true, false, false])
})

describe('beside the importer', () => {
  test('with and without an extension, and under the name of what is made of it', () => {
    const find = finder(['src/a.ts', 'src/b.tsx', 'src/c.mts', 'src/d.cts', 'src/e.js', 'src/f.jsx', 'src/mail.service.ts', 'src/old.js', 'src/old.ts', 'main.ts'])
    expectFound(find, [
      ['./src/a', 'main.ts', 'src/a.ts'],
      ['./src/a.ts', 'main.ts', 'src/a.ts'],
      ['./src/a.js', 'main.ts', 'src/a.ts'],
      ['./b', 'src/a.ts', 'src/b.tsx'],
      ['./b.js', 'src/a.ts', 'src/b.tsx'],
      ['./b.jsx', 'src/a.ts', 'src/b.tsx'],
      ['./c.mjs', 'src/a.ts', 'src/c.mts'],
      ['./d.cjs', 'src/a.ts', 'src/d.cts'],
      ['./e.js', 'src/a.ts', 'src/e.js'],
      ['./e', 'src/f.jsx', 'src/e.js'],
      ['./mail.service', 'src/a.ts', 'src/mail.service.ts'],
      ['./old.js', 'src/a.ts', 'src/old.ts'],
      ['../main', 'src/a.ts', 'main.ts'],
      ['../../main', 'src/a.ts', null],
      ['./data.json', 'src/a.ts', null],
      ['./missing', 'src/a.ts', null],
    ])
  })

  test('index files of folders, and what the package there says', () => {
    const find = finder(['index.ts', 'src/index.ts', 'src/queues/index.tsx', 'src/queues.ts', 'src/jobs/index.js', 'packages/mail/lib/start.ts', 'src/a.ts'], {
      'packages/mail/package.json': { main: 'lib/start.js' },
    })
    expectFound(find, [
      ['.', 'src/a.ts', 'src/index.ts'],
      ['./', 'src/a.ts', 'src/index.ts'],
      ['..', 'src/a.ts', 'index.ts'],
      ['./queues', 'src/a.ts', 'src/queues.ts'],
      ['./queues/', 'src/a.ts', 'src/queues.ts'],
      ['./queues/index', 'src/a.ts', 'src/queues/index.tsx'],
      ['./jobs', 'src/a.ts', 'src/jobs/index.js'],
      ['../packages/mail', 'src/a.ts', 'packages/mail/lib/start.ts'],
    ])
  })

  test('declarations are no source', () => {
    const find = finder(['src/a.ts', 'src/types.d.ts'])
    expectFound(find, [['./types', 'src/a.ts', null], ['./types.d.ts', 'src/a.ts', null]])
  })
})

test('what Node has, what has an address and what nobody wrote is outside', () => {
  const find = finder(['events.ts', 'a.ts', 'fs/promises.ts'], { 'tsconfig.json': { compilerOptions: { baseUrl: '.' } } })
  expectFound(find, [
    ['events', 'a.ts', null],
    ['node:events', 'a.ts', null],
    ['fs/promises', 'a.ts', null],
    ['https://example.com/a.ts', 'a.ts', null],
    ['npm:bullmq', 'a.ts', null],
    ['/a', 'a.ts', null],
    ['bullmq', 'a.ts', null],
    ['a', 'events.ts', 'a.ts'],
  ])
})

describe('names that the compiler is told', () => {
  test('by paths, relative to the base or to the file they stand in, the longest fitting one first', () => {
    const find = finder(['src/queues/mail.ts', 'src/orders/index.ts', 'lib/orders/index.ts', 'src/main.ts', 'api/src/main.ts', 'api/src/app/mail.ts'], {
      'tsconfig.json': '// ours\n{ "compilerOptions": { "paths": { "@/*": ["src/*"], "@/orders/*": ["./lib/orders/*"], "queues/*-queue": ["./src/queues/*"], "all": ["nowhere", "src/orders",], } } }',
      'api/tsconfig.json': { compilerOptions: { baseUrl: './src', paths: { '@/*': ['./app/*'] } } },
    })
    expectFound(find, [
      ['@/queues/mail', 'src/main.ts', 'src/queues/mail.ts'],
      ['@/queues/mail.js', 'src/main.ts', 'src/queues/mail.ts'],
      ['@/orders', 'src/main.ts', 'src/orders/index.ts'],
      ['@/orders/index', 'src/main.ts', 'lib/orders/index.ts'],
      ['queues/mail-queue', 'src/main.ts', 'src/queues/mail.ts'],
      ['all', 'src/main.ts', 'src/orders/index.ts'],
      ['@/mail', 'api/src/main.ts', 'api/src/app/mail.ts'],
      ['app/mail', 'api/src/main.ts', 'api/src/app/mail.ts'],
      ['app/mail', 'src/main.ts', null],
    ])
  })

  test('in a base, which may be a file, a package of the project, several, or a circle', () => {
    const find = finder(['libs/mail/src/index.ts', 'apps/a/main.ts', 'apps/b/main.ts', 'apps/b/src/x.ts', 'apps/c/main.ts', 'apps/d/main.ts', 'tools/x.ts'], {
      'tsconfig.base.json': { compilerOptions: { baseUrl: '.', paths: { mail: ['libs/mail/src/index.ts'] } } },
      'apps/a/tsconfig.json': { extends: '../../tsconfig.base' },
      'configs/package.json': { name: '@shop/tsconfig' },
      'configs/tsconfig-app.json': { compilerOptions: { paths: { '~/*': ['${configDir}/src/*'] } } },
      'apps/b/tsconfig.json': { extends: '@shop/tsconfig/tsconfig-app.json' },
      'apps/c/tsconfig.json': { extends: ['../../tsconfig.base.json', '@shop/tsconfig/tsconfig-app'], compilerOptions: { baseUrl: '../../tools' } },
      'apps/d/tsconfig.json': { extends: './tsconfig.json' },
    })
    expectFound(find, [
      ['mail', 'apps/a/main.ts', 'libs/mail/src/index.ts'],
      ['~/x', 'apps/b/main.ts', 'apps/b/src/x.ts'],
      ['x', 'apps/c/main.ts', 'tools/x.ts'],
      ['mail', 'apps/d/main.ts', 'libs/mail/src/index.ts'],
    ])
  })

  test('in whichever of several files of the nearest folder, in jsconfig.json, or further up', () => {
    const find = finder(['web/src/a.ts', 'web/src/b.ts', 'js/src/a.js', 'js/b.js', 'bare/src/a.ts', 'bare/scripts/b.ts'], {
      'web/tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'web/tsconfig.app.json': { compilerOptions: { paths: { '#app/*': ['./src/*'] } } },
      'web/tsconfig.node.json': { compilerOptions: { baseUrl: '..' } },
      'js/jsconfig.json': { compilerOptions: { baseUrl: 'src' } },
      'bare/tsconfig.json': { compilerOptions: { baseUrl: '.', paths: { '$/*': ['src/*'] } } },
      'bare/scripts/tsconfig.json': {},
    })
    expectFound(find, [
      ['#app/b', 'web/src/a.ts', 'web/src/b.ts'],
      ['a', 'js/b.js', 'js/src/a.js'],
      ['$/a', 'bare/scripts/b.ts', 'bare/src/a.ts'],
      ['src/a', 'bare/src/a.ts', 'bare/src/a.ts'],
    ])
  })

  test('and a configuration that cannot be read says nothing', () => {
    const find = finder(['src/a.ts'], { 'tsconfig.json': '{ "compilerOptions": [', 'src/tsconfig.json': '{"compilerOptions": {"paths": {"x": "a", "y": [1]}, "baseUrl": 5}, "extends": 7}' })
    expectFound(find, [['x', 'src/a.ts', null], ['y', 'src/a.ts', null]])
  })
})

describe('packages of the same code base', () => {
  test('are found by what they export, where only the sources are there, too', () => {
    const packages = {
      'packages/a/package.json': { name: '@shop/a', main: 'src/start.ts' },
      'packages/b/package.json': { name: '@shop/b', main: './dist/index.js', types: './dist/index.d.ts' },
      'packages/c/package.json': { name: '@shop/c', main: 'build/src/main.js' },
      'packages/d/package.json': { name: '@shop/d', exports: { '.': { import: { types: './dist/esm/index.d.mts', default: './dist/esm/index.mjs' } }, './web': './dist/web/index.js', './jobs/*': './dist/jobs/*.js', './internal': null } },
      'packages/e/package.json': { name: '@shop/e', exports: { development: './source/e.ts', default: './dist/e.js' } },
      'packages/f/package.json': { name: '@shop/f' },
      'packages/g/package.json': { name: '@shop/g', main: 'dist/packages/g/src/index.js' },
    }
    const sources = ['a/src/start.ts', 'b/src/index.ts', 'c/src/main.ts', 'd/src/index.ts', 'd/src/web/index.tsx', 'd/src/jobs/mail.ts', 'e/source/e.ts', 'f/index.js', 'g/src/index.ts', 'h/src/x.ts']
    const find = finder(sources.map((path) => `packages/${path}`), packages)
    const from = 'packages/h/src/x.ts'
    expectFound(find, [
      ['@shop/a', from, 'packages/a/src/start.ts'],
      ['@shop/b', from, 'packages/b/src/index.ts'],
      ['@shop/c', from, 'packages/c/src/main.ts'],
      ['@shop/d', from, 'packages/d/src/index.ts'],
      ['@shop/d/web', from, 'packages/d/src/web/index.tsx'],
      ['@shop/d/jobs/mail', from, 'packages/d/src/jobs/mail.ts'],
      ['@shop/d/internal', from, null],
      ['@shop/e', from, 'packages/e/source/e.ts'],
      ['@shop/f', from, 'packages/f/index.js'],
      ['@shop/g', from, 'packages/g/src/index.ts'],
      ['@shop/unknown', from, null],
    ])
  })

  test('are entered by subpaths of their folders', () => {
    const find = finder(['packages/a/src/jobs/mail.ts', 'packages/a/tools.ts', 'apps/x.ts'], { 'packages/a/package.json': { name: '@shop/a' } })
    expectFound(find, [
      ['@shop/a/src/jobs/mail', 'apps/x.ts', 'packages/a/src/jobs/mail.ts'],
      ['@shop/a/dist/jobs/mail', 'apps/x.ts', 'packages/a/src/jobs/mail.ts'],
      ['@shop/a/dist/jobs/mail.js', 'apps/x.ts', 'packages/a/src/jobs/mail.ts'],
      ['@shop/a/tools', 'apps/x.ts', 'packages/a/tools.ts'],
    ])
  })

  test('are not meant where another version of one from a registry is wanted', () => {
    const find = finder(['packages/config/index.ts', 'linked/x.ts', 'foreign/x.ts', 'same/x.ts'], {
      'packages/config/package.json': { name: 'config', version: '1.2.0' },
      'linked/package.json': { dependencies: { config: 'workspace:*' } },
      'foreign/package.json': { dependencies: { config: '^3.3.9' } },
      'same/package.json': { dependencies: { config: '^1.0.0' } },
    })
    expectFound(find, [
      ['config', 'linked/x.ts', 'packages/config/index.ts'],
      ['config', 'foreign/x.ts', null],
      ['config', 'same/x.ts', 'packages/config/index.ts'],
    ])
  })

  test('have names of their own for what is in them', () => {
    const find = finder(['a/src/queues/mail.ts', 'a/src/main.ts', 'b/src/index.ts'], {
      'a/package.json': { name: 'a', imports: { '#queues/*': { types: './src/queues/*.ts', default: './dist/queues/*.js' }, '#b': '@shop/b', '#out': 'bullmq' } },
      'b/package.json': { name: '@shop/b' },
    })
    expectFound(find, [
      ['#queues/mail', 'a/src/main.ts', 'a/src/queues/mail.ts'],
      ['#b', 'a/src/main.ts', 'b/src/index.ts'],
      ['#out', 'a/src/main.ts', null],
      ['#queues/mail', 'b/src/index.ts', null],
    ])
  })

  test('of the same name are told apart by where the importer is', () => {
    const find = finder(['one/lib/index.ts', 'two/lib/index.ts', 'one/app/x.ts', 'two/app/x.ts'], { 'one/lib/package.json': { name: '@shop/lib' }, 'two/lib/package.json': { name: '@shop/lib' } })
    expectFound(find, [['@shop/lib', 'one/app/x.ts', 'one/lib/index.ts'], ['@shop/lib', 'two/app/x.ts', 'two/lib/index.ts']])
  })
})

describe('names that nobody tells the compiler', () => {
  test('are taken as everybody means them, where one file fits', () => {
    const find = finder(['web/src/queues/mail.ts', 'web/app/session.ts', 'web/app/mail.ts', 'web/src/mail.ts', 'web/src/pages/x.ts', 'other/src/only.ts'], { 'web/package.json': {} })
    expectFound(find, [
      ['@/queues/mail', 'web/src/pages/x.ts', 'web/src/queues/mail.ts'],
      ['~/session', 'web/src/pages/x.ts', 'web/app/session.ts'],
      ['src/queues/mail', 'web/src/pages/x.ts', 'web/src/queues/mail.ts'],
      ['@/mail', 'web/src/pages/x.ts', null],
      ['@/only', 'web/src/pages/x.ts', null],
    ])
  })
})
