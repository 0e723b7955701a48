import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { isAtLeast, isBelow, isFrom, parseRange, type VersionRange } from '../../analysis/project/versions/version-ranges.ts'
import { installedVersions, versionRanges } from '../../analysis/project/versions/versions.ts'

function rangeOf(files: Readonly<Record<string, string>>): VersionRange | undefined {
  return versionRanges(memoryWorkspace(new Map(Object.entries(files)))).get('celery')
}

function written({ least, most, includesMost }: VersionRange): string {
  return `${least ?? ''}..${includesMost ? '=' : '<'}${most ?? ''}`
}

test.each([
  ['==5.3.6', '5.3.6..=5.3.6'],
  ['5.3.6', '5.3.6..=5.3.6'],
  ['===5.3.6', '5.3.6..=5.3.6'],
  ['>=5.3,<5.6', '5.3..<5.6'],
  ['<5.6, >=5.3', '5.3..<5.6'],
  ['>=5.3 <5.6', '5.3..<5.6'],
  ['>= 5.3, < 5.6', '5.3..<5.6'],
  ['<=5.6.3', '..=5.6.3'],
  ['~=5.3', '5.3..<6'],
  ['~=5.3.1', '5.3.1..<5.4'],
  ['==5.3.*', '5.3..<5.4'],
  ['5.*', '5..<6'],
  ['^5.3', '5.3..<6'],
  ['^0.4.2', '0.4.2..<0.5'],
  ['~5.3', '5.3..<5.4'],
  ['~5', '5..<6'],
  ['>=5,<6,!=5.4,<5.7', '5..<5.7'],
  ['>5.6,>=5.2', '5.6..='],
  ['*', '..='],
  ['^5.3 || ^6.0', '..='],
  ['latest', '..='],
])('%s', (specifier, range) => {
  expect(written(parseRange(specifier))).toBe(range)
})

test('a range is older, newer, or neither', () => {
  const facts = ['==5.6.3', '<5.7', '<=5.7', '>=5.3', '>=5.7', '==5.7.0rc1'].map((specifier) => {
    const range = parseRange(specifier)
    return [isBelow(range, '5.7.0'), isFrom(range, '5.7.0')]
  })
  expect(facts).toEqual([[true, false], [true, false], [false, false], [false, false], [false, true], [false, true]])
})

test('numbers are compared as numbers', () => {
  expect(isAtLeast('5.10.0', '5.9')).toBe(true)
  expect(isAtLeast('5.6.3', '5.7')).toBe(false)
  expect(isAtLeast('5.7', '5.7.0')).toBe(true)
  expect(isAtLeast('5.4.0rc2', '5.4.0')).toBe(true)
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a pin', { 'requirements.txt': 'django==5.2\ncelery[redis, sqs] == 5.3.6 ; python_version > "3.8"\n' }, '5.3.6..=5.3.6'],
  ['a pin with hashes', { 'requirements/base.txt': 'celery==5.3.6 \\\n    --hash=sha256:0\n' }, '5.3.6..=5.3.6'],
  ['a bound', { 'requirements.in': 'celery>=5.3,<5.6  # not yet\n' }, '5.3..<5.6'],
  ['a pin beside a bound', { 'requirements.in': 'celery>=5\n', 'requirements.txt': 'celery==5.4.0\n' }, '5.4.0..=5.4.0'],
  ['a lock beside a pin', { 'requirements.txt': 'celery==5.4.0\n', 'uv.lock': '[[package]]\nname = "celery"\nversion = "5.6.3"\n' }, '5.6.3..=5.6.3'],
  ['poetry.lock', { 'poetry.lock': '[[package]]\nname = "Celery"\nversion = "5.5.0"\n' }, '5.5.0..=5.5.0'],
  ['Pipfile.lock', { 'Pipfile.lock': '{"default": {"celery": {"version": "==5.2.7"}}}' }, '5.2.7..=5.2.7'],
  ['Pipfile', { Pipfile: '[packages]\ncelery = {version = "~=5.2.0", extras = ["redis"]}\n' }, '5.2.0..<5.3'],
  ['pyproject', { 'pyproject.toml': '[project]\ndependencies = ["celery[redis]~=5.6.2"]\n' }, '5.6.2..<5.7'],
  ['an optional dependency', { 'pyproject.toml': '[project.optional-dependencies]\njobs = ["celery<5.5"]\n' }, '..<5.5'],
  ['a dependency group', { 'pyproject.toml': '[dependency-groups]\njobs = ["celery==5.5.*", {include-group = "test"}]\n' }, '5.5..<5.6'],
  ['Poetry', { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\ncelery = "^5.3"\n' }, '5.3..<6'],
  ['a group of Poetry', { 'pyproject.toml': '[tool.poetry.group.jobs.dependencies]\ncelery = {version = "5.3.1"}\n' }, '5.3.1..=5.3.1'],
  ['setup.cfg', { 'setup.cfg': '[options]\ninstall_requires =\n    celery>=5.2,<5.3\n    django\n' }, '5.2..<5.3'],
  ['setup.py', { 'setup.py': 'setup(install_requires=["django", \'celery>=5.2,<5.3\'])\n' }, '5.2..<5.3'],
  ['two pins', { 'a/requirements.txt': 'celery==5.6.3\n', 'b/requirements.txt': 'celery==5.7.0\n' }, '5.6.3..=5.7.0'],
])('%s', (_case, files, range) => {
  const found = rangeOf(files)
  expect(found === undefined ? null : written(found)).toBe(range)
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['nothing is said', { 'requirements.txt': 'celery\ncelery-types==0.26\n# celery==5.3.6\n' }],
  ['a broken lock file', { 'uv.lock': '[[package]\nname = "celery"\n' }],
  ['a broken Pipfile.lock', { 'Pipfile.lock': '{"default": ' }],
  ['an address', { 'requirements.txt': 'celery @ git+https://example.com/celery.git@5.3\n' }],
])('%s', (_case, files) => {
  expect(rangeOf(files)).toBeUndefined()
})

test('one installed version is an installed version', () => {
  const files = { 'requirements.txt': 'celery==5.6.3\nDjango>=5\nkombu==5.4\n', 'worker/requirements.txt': 'celery==5.6.3\nkombu==5.5\n' }
  expect(installedVersions(memoryWorkspace(new Map(Object.entries(files))))).toEqual({ celery: '5.6.3' })
})
