import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReviewRequest } from '../../review/request.ts'
import type { ReviewResult } from '../../review/result.ts'
import { reviewPaths } from '../../review/review.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const tasks = 'from celery import shared_task\n\n\n@shared_task(bind=True, max_retries=None)\ndef sync(self, pk):\n    raise self.retry()\n'
const caller = (module: string): string => `from django.db import transaction
from ${module} import sync


def save(order):
    with transaction.atomic():
        order.save()
        sync.delay(order.pk)
`

const shop = { 'manage.py': '', 'shop/__init__.py': '', 'shop/tasks.py': tasks, 'shop/services.py': caller('shop.tasks') }

function review(directory: string, paths: readonly string[], more: Partial<ReviewRequest> = {}): Promise<ReviewResult> {
  return reviewPaths({ paths, directory, ...more })
}

function places(result: ReviewResult): readonly string[] {
  return result.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

describe('what is reviewed', () => {
  test('the working directory, where nothing is named', async () => {
    const folder = await temporaryFolder(shop)
    const result = await review(folder, [])
    expect(result.root).toBe(folder)
    expect(places(result)).toEqual(['shop/services.py:8 dispatch-before-commit', 'shop/tasks.py:4 uncapped-retry'])
    expect(result.files).toEqual({ read: 4, partlyRead: [], skipped: [] })
  })

  test('a file, linked with its project and reported alone', async () => {
    const folder = await temporaryFolder(shop)
    const result = await review(join(folder, 'shop'), ['services.py'])
    expect(result.root).toBe(folder)
    expect(places(result)).toEqual(['shop/services.py:8 dispatch-before-commit'])
    expect(result.files.read).toBe(1)
  })

  test('several folders as one project, in paths from their common folder', async () => {
    const folder = await temporaryFolder({ 'top/one/jobs/tasks.py': tasks, 'top/two/services.py': caller('jobs.tasks'), 'top/three/tasks.py': tasks })
    const result = await review(folder, ['top/one', 'top/two'])
    expect(result.root).toBe(join(folder, 'top'))
    expect(places(result)).toContain('one/jobs/tasks.py:4 uncapped-retry')
    expect(places(result).filter((place) => place.startsWith('three'))).toEqual([])
    expect(result.files.read).toBe(2)
  })

  test('a folder and a file of another project', async () => {
    const folder = await temporaryFolder({ 'a/manage.py': '', 'a/one.py': tasks, 'a/two.py': tasks, 'b/three.py': tasks })
    expect(places(await review(folder, ['a/two.py', 'b']))).toEqual(['a/two.py:4 uncapped-retry', 'b/three.py:4 uncapped-retry'])
  })

  test('a folder and a file in it, once', async () => {
    const folder = await temporaryFolder(shop)
    const result = await review(folder, ['.', 'shop/tasks.py', join(folder, 'shop')])
    expect(result.root).toBe(folder)
    expect(places(result)).toEqual(['shop/services.py:8 dispatch-before-commit', 'shop/tasks.py:4 uncapped-retry'])
  })

  test('a file that git ignores, when it is named', async () => {
    const folder = await temporaryFolder({ ...shop, '.gitignore': 'shop/tasks.py\n' })
    expect(places(await review(folder, ['shop/tasks.py']))).toEqual(['shop/tasks.py:4 uncapped-retry'])
    expect((await review(folder, [])).files.read).toBe(3)
  })

  test('every file of a small project is parsed, also one that no rule asks for', async () => {
    const folder = await temporaryFolder({ ...shop, 'shop/broken.py': 'x = (\n' })
    const { files } = await review(folder, [])
    expect(files.partlyRead.map(({ file, line }) => `${file}:${line}`)).toEqual(['shop/broken.py:1'])
  })

  test('not what the configuration excludes, by the rules it sets', async () => {
    const config = JSON.stringify({ rules: { 'dispatch-before-commit': 'warning' }, exclude: ['tasks.py'] })
    const folder = await temporaryFolder({ ...shop, 'taskwise.config.json': config, 'other/late.py': tasks })
    const { findings } = await review(folder, [])
    expect(findings.map(({ file, severity }) => `${file} ${severity}`)).toEqual(['other/late.py error', 'shop/services.py warning'])
  })
})

describe('what cannot be reviewed', () => {
  test('is named, and the rest is reviewed', async () => {
    const folder = await temporaryFolder({ ...shop, 'notes.md': '' })
    const result = await review(folder, ['nowhere', 'shop/tasks.py', 'notes.md'])
    expect(result.problems).toEqual(['`nowhere` cannot be reviewed: it does not exist.', '`notes.md` is not source code in Python, TypeScript or JavaScript, so there is nothing to review in it.'])
    expect(places(result)).toEqual(['shop/tasks.py:4 uncapped-retry'])
  })

  test('is an error where there is nothing else', async () => {
    const folder = await temporaryFolder()
    await expect(review(folder, ['nowhere', 'nor/here'])).rejects.toThrow('`nowhere` cannot be reviewed: it does not exist.\n`nor/here` cannot be reviewed: it does not exist.')
  })

  test('is listed with the reason where it was only met on the way', async () => {
    const folder = await temporaryFolder({ ...shop, 'shop/zero.py': 'a = "\0"\n', 'shop/large.py': '#'.repeat(3_000_000) })
    const result = await review(folder, [])
    expect(result.files.read).toBe(4)
    expect(result.files.skipped.map(({ file, reason }) => `${file}: ${reason}`)).toEqual(['shop/large.py: larger than 2 MiB', 'shop/zero.py: contains null bytes'])
    expect(result.problems).toEqual([])
    expect((await review(folder, ['shop/zero.py'])).problems, 'but a file that was named should have been read').toEqual(['`shop/zero.py` was not reviewed: contains null bytes.'])
  })

  test('in a file with broken syntax is skipped over, and the rest of the file reviewed', async () => {
    const folder = await temporaryFolder({ ...shop, 'shop/tasks.py': `${tasks}\n\ndef broken(:\n    pass )\n` })
    const result = await review(folder, [])
    expect(places(result)).toContain('shop/tasks.py:4 uncapped-retry')
    expect(result.files.partlyRead.map(({ file, line }) => `${file}:${line}`)).toEqual(['shop/tasks.py:9'])
    expect(result.files.read).toBe(4)
  })
})

describe('boundaries', () => {
  test('nothing outside may be named, not through a link either', async () => {
    const folder = await temporaryFolder({ 'allowed/tasks.py': tasks, 'secret/tasks.py': tasks })
    await symlink('../secret', join(folder, 'allowed/link'))
    const boundaries = [join(folder, 'allowed')]
    for (const path of ['secret', 'allowed/link/tasks.py', 'allowed/../secret/tasks.py']) {
      await expect(review(folder, [path], { boundaries })).rejects.toThrow('lies outside the folders that may be read.')
    }
    const result = await review(folder, ['allowed'], { boundaries })
    expect(places(result)).toEqual(['tasks.py:4 uncapped-retry'])
  })

  test('the project of a file ends at the boundary', async () => {
    const folder = await temporaryFolder(shop)
    const boundaries = [join(folder, 'shop')]
    const result = await review(folder, ['shop/tasks.py'], { boundaries })
    expect(result.root).toBe(join(folder, 'shop'))
    expect(places(result)).toEqual(['tasks.py:4 uncapped-retry'])
  })
})

test('progress is told step by step', async () => {
  const steps: string[] = []
  await review(await temporaryFolder(shop), [], { onProgress: (step) => steps.push(step) })
  expect(steps).toEqual(['Looking for files', 'Reading 4 files', 'Checking'])
})
