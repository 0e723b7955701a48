import { describe, expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { parseNpmRange } from '../../analysis/project/versions/npm-ranges.ts'
import { npmVersionRanges } from '../../analysis/project/versions/npm-versions.ts'
import type { VersionRange } from '../../analysis/project/versions/version-ranges.ts'
import { installedVersions } from '../../analysis/project/versions/versions.ts'

function written(range: VersionRange | null | undefined): string | null {
  return range === null || range === undefined ? null : `${range.least ?? ''}..${range.includesMost ? '=' : '<'}${range.most ?? ''}`
}

test.each([
  ['5.1.1', '5.1.1..=5.1.1'],
  ['v5.1.1', '5.1.1..=5.1.1'],
  ['=5.1.1', '5.1.1..=5.1.1'],
  ['^5.1.1', '5.1.1..<6'],
  ['^0.44.7', '0.44.7..<0.45'],
  ['~5.1.1', '5.1.1..<5.2'],
  ['~5', '5..<6'],
  ['5', '5..<6'],
  ['5.1', '5.1..<5.2'],
  ['5.x', '5..<6'],
  ['^5.x', '5..<6'],
  ['5.1.*', '5.1..<5.2'],
  ['>=5 <7', '5..<7'],
  ['>= 5.1.0', '5.1.0..='],
  ['^4.9.0 || ^5.1.0', '4.9.0..<6'],
  ['4.0.0 - 5.2.0', '4.0.0..=5.2.0'],
  ['^6.0.0-beta.1', '6.0.0..<7'],
  ['*', null],
  ['latest', null],
  ['workspace:^', null],
  ['catalog:', null],
  ['npm:other@^5.0.0', null],
  ['github:taskforcesh/bullmq', null],
])('%s', (specifier, range) => {
  expect(written(parseNpmRange(specifier))).toBe(range)
})

const manifest = (dependencies: Readonly<Record<string, string>>): string => JSON.stringify({ dependencies })
const asked = manifest({ bullmq: '^5.1.0', '@nestjs/bullmq': '^10.0.0' })

function rangesOf(files: Readonly<Record<string, string>>): readonly (string | null)[] {
  const ranges = npmVersionRanges(memoryWorkspace(new Map(Object.entries(files))))
  return [written(ranges.get('bullmq')), written(ranges.get('@nestjs/bullmq'))]
}

describe('what is locked', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['by npm', { 'package-lock.json': '{"lockfileVersion": 3, "packages": {"": {}, "node_modules/bullmq": {"version": "5.4.2"}, "node_modules/@nestjs/bullmq": {"version": "10.2.1"}, "node_modules/x/node_modules/bullmq": {"version": "3.0.0"}}}' }],
    ['by older versions of npm', { 'package-lock.json': '{"lockfileVersion": 1, "dependencies": {"bullmq": {"version": "5.4.2"}, "@nestjs/bullmq": {"version": "10.2.1"}}}' }],
    ['by a shrinkwrap', { 'npm-shrinkwrap.json': '{"lockfileVersion": 2, "packages": {"node_modules/bullmq": {"version": "5.4.2"}, "node_modules/@nestjs/bullmq": {"version": "10.2.1"}}, "dependencies": {}}' }],
    ['by pnpm 9 and later', { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      '@nestjs/bullmq':\n        specifier: ^10.0.0\n        version: 10.2.1(@nestjs/common@10.4.0)(bullmq@5.4.2)\n      bullmq:\n        specifier: ^5.1.0\n        version: 5.4.2\n\npackages:\n\n  bullmq@5.0.0:\n    resolution: {}\n" }],
    ['by pnpm 8', { 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n\ndependencies:\n  '@nestjs/bullmq':\n    specifier: ^10.0.0\n    version: 10.2.1(bullmq@5.4.2)\n  bullmq:\n    specifier: ^5.1.0\n    version: 5.4.2\n\npackages:\n\n  /bullmq@5.0.0:\n    dev: false\n" }],
    ['by pnpm 7', { 'pnpm-lock.yaml': "lockfileVersion: 5.4\r\n\r\nspecifiers:\r\n  '@nestjs/bullmq': ^10.0.0\r\n  bullmq: ^5.1.0\r\n\r\ndependencies:\r\n  '@nestjs/bullmq': 10.2.1_bullmq@5.4.2\r\n  bullmq: 5.4.2\r\n\r\npackages:\r\n" }],
    ['by Yarn 1', { 'yarn.lock': '# yarn lockfile v1\n\n\n"@nestjs/bullmq@^10.0.0":\n  version "10.2.1"\n  dependencies:\n    tslib "2.6.0"\n\nbullmq@^3.0.0:\n  version "3.0.0"\n\nbullmq@^5.0.0, bullmq@^5.1.0:\n  version "5.4.2"\n' }],
    ['by later versions of Yarn', { 'yarn.lock': '__metadata:\n  version: 8\n\n"@nestjs/bullmq@npm:^10.0.0":\n  version: 10.2.1\n  resolution: "@nestjs/bullmq@npm:10.2.1"\n\n"bullmq@npm:^5.0.0, bullmq@npm:^5.1.0":\n  version: 5.4.2\n' }],
    ['by Bun', { 'bun.lock': '{\n  "lockfileVersion": 1,\n  "workspaces": { "": { "name": "shop", }, },\n  "packages": {\n    "@nestjs/bullmq": ["@nestjs/bullmq@10.2.1", "", {}, "sha512-x"],\n    "bullmq": ["bullmq@5.4.2", "", {}, "sha512-x"],\n  }\n}\n' }],
  ])('%s', (_case, lock) => {
    expect(rangesOf({ 'package.json': asked, ...lock })).toEqual(['5.4.2..=5.4.2', '10.2.1..=10.2.1'])
  })

  test('for the package that uses it, not for others', () => {
    const packages = { 'apps/api/package.json': manifest({ bullmq: '^5.1.0' }), 'package.json': manifest({ turbo: '2' }) }
    const npm = { packages: { 'node_modules/bullmq': { version: '4.0.0' }, 'apps/api/node_modules/bullmq': { version: '5.4.2' } } }
    const pnpm = "importers:\n\n  .:\n    dependencies:\n      turbo:\n        specifier: '2'\n        version: 2.0.0\n\n  apps/api:\n    dependencies:\n      bullmq:\n        specifier: ^5.1.0\n        version: 5.4.2\n\npackages:\n"
    const bun = { workspaces: { 'apps/api': { name: '@shop/api' } }, packages: { bullmq: ['bullmq@4.0.0'], '@shop/api/bullmq': ['bullmq@5.4.2'] } }
    for (const lock of [{ 'package-lock.json': JSON.stringify(npm) }, { 'pnpm-lock.yaml': pnpm }, { 'bun.lock': JSON.stringify(bun) }]) {
      expect(rangesOf({ ...packages, ...lock })[0]).toBe('5.4.2..=5.4.2')
    }
  })

  test('nearest to the root counts, and else all that is said', () => {
    const lock = (version: string): string => JSON.stringify({ packages: { 'node_modules/bullmq': { version } } })
    const one = { 'a/package.json': asked, 'a/package-lock.json': lock('5.4.2') }
    const other = { 'b/package.json': asked, 'b/package-lock.json': lock('6.1.0') }
    expect(rangesOf({ ...one, ...other })[0]).toBe('5.4.2..=6.1.0')
    expect(rangesOf({ ...one, ...other, 'package.json': asked, 'package-lock.json': lock('5.0.1') })[0]).toBe('5.0.1..=5.0.1')
  })
})

describe('what is not locked', () => {
  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['a pin', { 'package.json': manifest({ bullmq: '5.4.2' }) }, '5.4.2..=5.4.2'],
    ['a range', { 'package.json': manifest({ bullmq: '^5.4.2' }) }, '5.4.2..<6'],
    ['a pin beside a range', { 'package.json': manifest({ bullmq: '^5' }), 'api/package.json': JSON.stringify({ devDependencies: { bullmq: '5.4.2' } }) }, '5.4.2..=5.4.2'],
    ['two ranges', { 'package.json': manifest({ bullmq: '^5.1.0' }), 'api/package.json': JSON.stringify({ peerDependencies: { bullmq: '^6.1.0' } }) }, '5.1.0..<7'],
    ['a lock that does not know it', { 'package.json': manifest({ bullmq: '^5.1.0' }), 'package-lock.json': '{"packages": {}}' }, '5.1.0..<6'],
    ['a broken lock', { 'package.json': manifest({ bullmq: '^5.1.0' }), 'package-lock.json': '{"packages": ', 'bun.lock': '[', 'yarn.lock': 'bullmq@^5.1.0:\n', 'pnpm-lock.yaml': ':\n::' }, '5.1.0..<6'],
    ['a package of the project', { 'package.json': manifest({ bullmq: 'workspace:*' }) }, null],
    ['nothing', { 'package.json': '{}', 'broken/package.json': '{' }, null],
  ])('%s', (_case, files, range) => {
    expect(rangesOf(files)[0]).toBe(range)
  })
})

test('versions of both languages stand side by side, those of npm where scripts use queues', () => {
  const files = { 'requirements.txt': 'celery==5.6.3\nbull>=1.0\n', 'package.json': manifest({ bullmq: '5.4.2', bull: '4.16.5', typeorm: '^0.3.20' }), 'queue.ts': "import { Queue } from 'bullmq'\n" }
  expect(installedVersions(memoryWorkspace(new Map(Object.entries(files))))).toEqual({ celery: '5.6.3', bullmq: '5.4.2' })
  const { 'queue.ts': _, ...pages } = files
  expect(installedVersions(memoryWorkspace(new Map(Object.entries(pages))))).toEqual({ celery: '5.6.3' })
})
