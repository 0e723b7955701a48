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
