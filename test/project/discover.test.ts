import { execFile } from 'node:child_process'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { discoverFiles } from '../../analysis/project/files/discover.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const run = promisify(execFile)

/** A folder with empty files. */
function folderOf(...paths: readonly string[]): Promise<string> {
  return temporaryFolder(Object.fromEntries(paths.map((path) => [path, ''])))
}

describe('what is found', () => {
  test('Python sources and package files, sorted, with paths relative to the root', async () => {
    const root = await folderOf('shop/tasks.py', 'manage.py', 'shop/static/app.css', 'README.md', 'setup.py', 'setup.cfg', 'pyproject.toml', 'uv.lock')
    const { sources, others, skipped } = discoverFiles(root)
    expect(sources).toEqual(['manage.py', 'setup.py', 'shop/tasks.py'])
    expect(others).toEqual(['pyproject.toml', 'setup.cfg', 'uv.lock'])
    expect(skipped).toEqual([])
  })

  test('requirement files under all their usual names, and no other text', async () => {
    const wanted = ['Pipfile', 'Pipfile.lock', 'constraints.txt', 'dev-requirements.txt', 'pdm.lock', 'poetry.lock', 'pylock.dev.toml', 'requirements-dev.in', 'requirements.txt', 'requirements/base.txt']
    const root = await folderOf(...wanted, 'notes.txt', 'MANIFEST.in', 'config.h.in', 'docs/base.txt')
    expect(discoverFiles(root).others).toEqual(wanted.toSorted())
  })

  test('TypeScript and JavaScript in all their forms, and no declarations', async () => {
    const wanted = ['a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.jsx', 'g.mjs', 'h.cjs']
    const root = await folderOf(...wanted, 'types.d.ts', 'types.d.mts', 'app.d.css.ts', 'jquery.min.js', 'app-min.js', 'App.vue', 'data.json')
    expect(discoverFiles(root)).toMatchObject({ sources: wanted, others: [], skipped: [] })
  })

  test('manifests, locks and compiler configurations of packages, and no other JSON', async () => {
    const wanted = [
      '.config/tsconfig.json', 'base.tsconfig.json', 'bun.lock', 'jsconfig.json', 'npm-shrinkwrap.json', 'package-lock.json', 'package.json', 'packages/typescript-config/nextjs.json',
      'pnpm-lock.yaml', 'tools/tsconfig/base.json', 'tsconfig.app.json', 'tsconfig.json', 'yarn.lock',
    ]
    const root = await folderOf(...wanted, 'data.json', 'compose.yaml', 'src/tsconfig.ts.json.txt', '.vscode/settings.json')
    expect(discoverFiles(root).others).toEqual(wanted)
  })

  test('a root that does not exist is an error of the file system', async () => {
    const root = await folderOf()
    expect(() => discoverFiles(join(root, 'nowhere'))).toThrow('ENOENT')
  })
})

describe('code that is not the project’s own', () => {
  test('virtual environments are left out by what they hold or by name', async () => {
    const root = await folderOf('app.py', 'odd/pyvenv.cfg', 'odd/lib/a.py', 'venv/lib/b.py', 'env/lib/c.py', '.venv/d.py', '.tox/py/e.py', 'lib/site-packages/f.py')
    expect(discoverFiles(root).sources).toEqual(['app.py'])
  })

  test('a package called env is the project’s own', async () => {
    const root = await folderOf('env/__init__.py', 'env/settings.py')
    expect(discoverFiles(root).sources).toEqual(['env/__init__.py', 'env/settings.py'])
  })

  test('vendored packages and caches are left out', async () => {
    const root = await folderOf('app.py', 'vendor/lib/a.py', 'core/_vendor/b.py', 'third_party/c.py', 'externals/d.py', 'node_modules/gyp/e.py', '__pycache__/f.py', '.git/g.py')
    expect(discoverFiles(root).sources).toEqual(['app.py'])
  })

  test('an application called vendor is the project’s own', async () => {
    const root = await folderOf('vendor/__init__.py', 'vendor/models.py', 'vendor/tasks.py')
    expect(discoverFiles(root).sources).toEqual(['vendor/__init__.py', 'vendor/models.py', 'vendor/tasks.py'])
  })

  test('what the tools of a package make is left out', async () => {
    const root = await folderOf('package.json', 'src/a.ts', 'dist/a.js', 'build/src/a.js', 'out/a.d.ts', 'coverage/lcov/x.js', 'storybook-static/b.js', '.next/c.js', 'packages/b/package.json', 'packages/b/dist/web/d.mjs')
    expect(discoverFiles(root).sources).toEqual(['src/a.ts'])
  })

  test('a folder of such a name that people write in is the project’s own', async () => {
    const wanted = ['build/gulpfile.ts', 'python/build/__init__.py', 'python/build/jobs.py', 'src/build/run.js', 'src/dist/index.js']
    const root = await folderOf('package.json', 'python/package.json', ...wanted)
    expect(discoverFiles(root).sources).toEqual(wanted)
  })

  test('JavaScript that a tool has pressed together is left out, and missed only by who names it', async () => {
    const written = `${'// a comment\n'.repeat(20)}${'call(1, 2, 3)\n'.repeat(4000)}`
    const pressed = `/* a licence\n */\n${'call(1,2,3);'.repeat(4000)}`
    const root = await temporaryFolder({ 'written.js': written, 'pressed.js': pressed, 'short.js': pressed.slice(0, 4000), 'typed.ts': pressed })
    expect(discoverFiles(root)).toMatchObject({ sources: ['short.js', 'typed.ts', 'written.js'], others: [], skipped: [] })
    const options = { boundary: null, exclude: { patterns: [], folder: root }, named: [join(root, 'pressed.js')] }
    expect(discoverFiles(root, options).skipped).toEqual([{ file: 'pressed.js', reason: 'code that a tool has pressed together', isFailure: false }])
  })

  test('whoever names a vendored folder wants it read', async () => {
    const root = await folderOf('vendor/lib/a.py')
    expect(discoverFiles(join(root, 'vendor')).sources).toEqual(['lib/a.py'])
  })
})

describe('ignore files', () => {
  test('count at every level, outside of a repository too, and a nearer one decides', async () => {
    const root = await temporaryFolder({
      '.gitignore': 'generated/\n*_pb2.py\n/local.py\n',
      'local.py': '',
      'app/local.py': '',
      'app/api_pb2.py': '',
      'app/kept/.gitignore': '!*_pb2.py\n# a comment\ndraft*\n',
      'app/kept/api_pb2.py': '',
      'app/kept/draft1.py': '',
      'app/draft1.py': '',
      'generated/a.py': '',
    })
    expect(discoverFiles(root).sources).toEqual(['app/draft1.py', 'app/kept/api_pb2.py', 'app/local.py'])
  })

  test('of the folders above count within the repository', async () => {
    const root = await temporaryFolder({ '.git/info/exclude': 'secret.py\n', '.gitignore': 'backend/old/\n*.gen.py\n', 'backend/.gitignore': 'tmp/\n' })
    for (const path of ['backend/app/a.py', 'backend/app/a.gen.py', 'backend/app/secret.py', 'backend/app/tmp/b.py', 'backend/old/c.py']) {
      await mkdir(join(root, path, '..'), { recursive: true })
      await writeFile(join(root, path), '')
    }
    expect(discoverFiles(join(root, 'backend/app')).sources).toEqual(['a.py'])
    expect(discoverFiles(join(root, 'backend/old')).sources, 'an ignored folder that is named').toEqual(['c.py'])
    expect(discoverFiles(join(root, 'backend/app'), { boundary: join(root, 'backend/app'), exclude: { patterns: [], folder: root }, named: [] }).sources).toEqual([
      'a.gen.py',
      'a.py',
      'secret.py',
      'tmp/b.py',
    ])
  })

  test('mean what they mean to git', async () => {
    const patterns = ['*.gen.py', '!keep.gen.py', '/top.py', 'logs/', 'deep/**/x.py', 'a/b/', '!a/b/c.py', '\\#odd.py', 'sp\\ ace.py', 'q?.py', 'r[0-3].py', 'trail.py   ', '**/any/', 'UPPER.py']
    const files = ['one.gen.py', 'keep.gen.py', 'top.py', 'sub/top.py', 'logs/l.py', 'sub/logs/l.py', 'deep/x.py', 'deep/d/e/x.py', 'a/b/c.py', 'a/c.py', '#odd.py', 'sp ace.py']
    const more = ['q1.py', 'q12.py', 'r2.py', 'r7.py', 'trail.py', 'x/any/n.py', 'upper.py', 'sub/[w]/n.py', 'sub/[w]/own.py', 'sub/w/own.py', 'sub/[w]/in/own.py']
    const root = await temporaryFolder(Object.fromEntries([...files, ...more].map((path) => [path, ''])))
    await writeFile(join(root, '.gitignore'), patterns.join('\n'))
    await writeFile(join(root, 'sub/[w]/.gitignore'), '/own.py\r\n')
    await run('git', ['init', '--quiet'], { cwd: root })
    const { stdout } = await run('git', ['-c', 'core.excludesFile=/dev/null', 'ls-files', '-z', '--others', '--exclude-standard', '*.py'], { cwd: root })
    const kept = stdout.split('\0').filter((path) => path !== '')
    expect(kept.length).toBeGreaterThan(5)
    expect(discoverFiles(root).sources).toEqual(kept.toSorted())
  })

  test('exclusions of a configuration are relative to its folder', async () => {
    const root = await folderOf('app/a.py', 'app/scripts/b.py', 'app/legacy/fixtures/c.py')
    const exclude = { patterns: ['app/scripts/', 'fixtures/'], folder: root }
    expect(discoverFiles(join(root, 'app'), { boundary: null, exclude, named: [] }).sources).toEqual(['a.py'])
  })

  test('a file that is named is read though it is ignored', async () => {
    const root = await temporaryFolder({ '.gitignore': 'local.py', 'local.py': '', 'app.py': '' })
    const options = { boundary: null, exclude: { patterns: [], folder: root }, named: [join(root, 'local.py')] }
    expect(discoverFiles(root, options).sources).toEqual(['app.py', 'local.py'])
  })
})

describe('links', () => {
  test('are followed inside the root, and a file with two paths is read once', async () => {
    const root = await folderOf('real/a.py', 'other/b.py')
    await symlink(join(root, 'real'), join(root, 'alias'))
    await symlink('../real/a.py', join(root, 'other/a.py'))
    await writeFile(join(root, 'real/all.txt'), '')
    await symlink('real/all.txt', join(root, 'requirements.txt'))
    expect(discoverFiles(root)).toMatchObject({ sources: ['other/b.py', 'real/a.py'], others: ['requirements.txt'], skipped: [] })
  })

  test('that lead out of the root are not followed, and are listed', async () => {
    const outside = await folderOf('secret.py', 'folder/a.py')
    const root = await folderOf('app.py')
    await symlink(join(outside, 'secret.py'), join(root, 'linked.py'))
    await symlink(join(outside, 'folder'), join(root, 'linked'))
    const { sources, skipped } = discoverFiles(root)
    expect(sources).toEqual(['app.py'])
    expect(skipped).toEqual(['linked', 'linked.py'].map((file) => ({ file, reason: 'a link that leads out of the reviewed folder', isFailure: false })))
  })

  test('in a circle, into an environment or to nowhere do no harm', async () => {
    const root = await folderOf('app/a.py', '.venv/lib/b.py')
    await symlink('..', join(root, 'app/up'))
    await symlink('../.venv/lib', join(root, 'app/lib'))
    await symlink('self.py', join(root, 'app/self.py'))
    const { sources, skipped } = discoverFiles(root)
    expect(sources).toEqual(['app/a.py'])
    expect(skipped).toEqual([{ file: 'app/self.py', reason: 'a link that leads nowhere', isFailure: false }])
  })

  test('a root that is a link is read', async () => {
    const root = await folderOf('real/a.py')
    await symlink('real', join(root, 'alias'))
    expect(discoverFiles(join(root, 'alias')).sources).toEqual(['a.py'])
  })
})

describe('what cannot be read', () => {
  test('large files, folders like files and pipes are listed or left out, and nothing else is lost', async () => {
    const root = await temporaryFolder({ 'app.py': '', 'data.py': '#'.repeat(2 * 1024 * 1024 + 1), 'full.py': '#'.repeat(2 * 1024 * 1024) })
    await mkdir(join(root, 'folder.py'))
    await run('mkfifo', [join(root, 'pipe.py')])
    const { sources, skipped } = discoverFiles(root)
    expect(sources).toEqual(['app.py', 'full.py'])
    expect(skipped).toEqual([
      { file: 'data.py', reason: 'larger than 2 MiB', isFailure: false },
      { file: 'pipe.py', reason: 'not a regular file', isFailure: false },
    ])
  })

  test('folders nested without end are cut off', async () => {
    const root = await folderOf('app.py')
    const deep = Array.from({ length: 70 }, () => 'd').join('/')
    await mkdir(join(root, deep), { recursive: true })
    await writeFile(join(root, deep, 'a.py'), '')
    const { sources, skipped } = discoverFiles(root)
    expect(sources).toEqual(['app.py'])
    expect(skipped).toEqual([{ file: deep.slice(0, 65 * 2 - 1), reason: 'more than 64 folders deep', isFailure: false }])
  })

  test('a folder that the file system refuses is a failure', async () => {
    const root = await folderOf('app.py')
    const half = Array.from({ length: 9 }, () => 'n'.repeat(250)).join('/')
    const [upper, lower] = [join(root, 'upper'), join(root, 'lower')]
    await mkdir(join(upper, half), { recursive: true })
    await mkdir(join(lower, half), { recursive: true })
    // Only a folder that is moved can come to lie deeper than any path may be long.
    await rename(lower, join(upper, half, 'lower'))
    const { sources, skipped } = discoverFiles(root)
    await rename(join(upper, half, 'lower'), lower)
    expect(sources).toEqual(['app.py'])
    expect(skipped.map(({ reason, isFailure }) => ({ reason, isFailure }))).toEqual([{ reason: 'could not be read: its path is too long', isFailure: true }])
  })

  test('an ignore file that is a pipe is not waited for', async () => {
    const root = await folderOf('app.py', '.gitignore')
    await rm(join(root, '.gitignore'))
    await run('mkfifo', [join(root, '.gitignore')])
    expect(discoverFiles(root).sources).toEqual(['app.py'])
  })
})

test('the folders that were looked into are told, for those who watch them', async () => {
  const root = await folderOf('shop/tasks.py', 'shop/forms/css/a.css', 'node_modules/x/a.js')
  expect(discoverFiles(root).folders.map((folder) => relative(root, folder)).sort()).toEqual(['', 'shop', 'shop/forms', 'shop/forms/css'])
})
