import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRootOf } from '../../analysis/project/files/project-root.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

describe('the project of a file', () => {
  test.each(['taskwise.config.json', 'pyproject.toml', 'manage.py', 'package.json', '.git/HEAD'])('starts where %s is', async (marker) => {
    const folder = await temporaryFolder({ 'setup.cfg': '', [`backend/${marker}`]: '', 'backend/shop/orders/tasks.py': '' })
    expect(projectRootOf(join(folder, 'backend/shop/orders/tasks.py'))).toBe(join(folder, 'backend'))
  })

  test('starts at the nearest marker', async () => {
    const folder = await temporaryFolder({ 'package.json': '', 'backend/manage.py': '', 'backend/tasks.py': '' })
    expect(projectRootOf(join(folder, 'backend/tasks.py'))).toBe(join(folder, 'backend'))
  })

  test('is its own folder where the boundary has no marker, whatever lies above', async () => {
    const folder = await temporaryFolder({ 'manage.py': '', 'allowed/shop/tasks.py': '' })
    expect(projectRootOf(join(folder, 'allowed/shop/tasks.py'), join(folder, 'allowed'))).toBe(join(folder, 'allowed/shop'))
    expect(projectRootOf(join(folder, 'allowed/shop/tasks.py'), folder)).toBe(folder)
  })
})

describe('one package among others belongs to', () => {
  test.each([
    ['package.json', '{"workspaces": ["apps/*", "packages/*"]}'],
    ['package.json', '{"workspaces": {"packages": ["apps/*"]}}'],
    ['pnpm-workspace.yaml', 'packages: ["apps/*"]'],
    ['nx.json', '{}'],
    ['lerna.json', '{}'],
  ])('what %s joins: %s', async (name, text) => {
    const folder = await temporaryFolder({ '.git/HEAD': '', [`web/${name}`]: text, 'web/apps/shop/package.json': '{}', 'web/apps/shop/src/queue.ts': '' })
    expect(projectRootOf(join(folder, 'web/apps/shop/src/queue.ts'))).toBe(join(folder, 'web'))
  })

  test('the outermost of several, and nothing above the repository', async () => {
    const folder = await temporaryFolder({
      'pnpm-workspace.yaml': '',
      'repository/.git/HEAD': '',
      'repository/pnpm-workspace.yaml': '',
      'repository/apps/shop/pnpm-workspace.yaml': '',
      'repository/apps/shop/package.json': '{}',
      'repository/apps/shop/queue.ts': '',
    })
    expect(projectRootOf(join(folder, 'repository/apps/shop/queue.ts'))).toBe(join(folder, 'repository'))
    expect(projectRootOf(join(folder, 'repository/apps/shop/queue.ts'), join(folder, 'repository/apps'))).toBe(join(folder, 'repository/apps/shop'))
  })

  test('the repository, where it points to something beside it', async () => {
    const folder = await temporaryFolder({
      '.git/HEAD': '',
      'linked/package.json': '{"dependencies": {"shared": "file:../shared"}}',
      'extended/package.json': '{}',
      'extended/tsconfig.json': '{"extends": "./../tsconfig.base.json"}',
      'alone/package.json': '{"dependencies": {"redis": "^4.0.0"}}',
      'alone/tsconfig.json': '{"compilerOptions": {"outDir": "../dist", "typeRoots": ["../node_modules/@types"]}}',
    })
    expect(projectRootOf(join(folder, 'linked/queue.ts'))).toBe(folder)
    expect(projectRootOf(join(folder, 'extended/src/queue.ts'))).toBe(folder)
    expect(projectRootOf(join(folder, 'alone/queue.ts'))).toBe(join(folder, 'alone'))
  })

  test('itself, where it has a configuration or is a Python project, too', async () => {
    const folder = await temporaryFolder({
      '.git/HEAD': '',
      'pnpm-workspace.yaml': '',
      'own/package.json': '{}',
      'own/taskwise.config.json': '{}',
      'python/package.json': '{}',
      'python/manage.py': '',
      'part/taskwise.config.json': '{}',
      'part/shop/package.json': '{}',
    })
    expect(projectRootOf(join(folder, 'own/queue.ts'))).toBe(join(folder, 'own'))
    expect(projectRootOf(join(folder, 'python/tasks.py'))).toBe(join(folder, 'python'))
    expect(projectRootOf(join(folder, 'part/shop/queue.ts'))).toBe(join(folder, 'part/shop'))
  })
})
