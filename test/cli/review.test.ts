import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { clean, endless, fixable } from './projects.ts'
import { type Run, runTaskwise } from './run-taskwise.ts'

async function review(files: Readonly<Record<string, string>>, args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Run> {
  return runTaskwise(await temporaryFolder(files), ['review', ...args], environment)
}

/** `rule severity` of every finding of a JSON report. */
function found(report: string): readonly string[] {
  const { findings } = JSON.parse(report) as { findings: { rule: string; severity: string }[] }
  return findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

describe('exit codes', () => {
  test('0 for a clean project, and standard error stays empty', async () => {
    const { code, stdout, stderr } = await review(clean, [])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Nothing found; 2 files read in \d+\.\d s\.\n$/)
  })

  test('1 for an error', async () => {
    const { code, stdout, stderr } = await review(endless, [])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('shop/tasks.py:4:25  error  uncapped-retry\n')
  })

  test('0 for warnings, and 1 for more of them than allowed', async () => {
    const files = { ...endless, 'taskwise.config.json': '{ "rules": { "uncapped-retry": "warning" } }' }
    expect((await review(files, [])).code).toBe(0)
    expect((await review(files, ['--max-warnings', '1'])).code).toBe(0)
    expect((await review(files, ['--max-warnings', '0'])).code).toBe(1)
  })

  test('2 for a path that is not there, and the rest is reported all the same', async () => {
    const { code, stdout, stderr } = await review(endless, ['shop', 'shopp'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'taskwise: `shopp` cannot be reviewed: it does not exist.\n' })
    expect(stdout).toContain('uncapped-retry')
  })

  test('2 and no report where no path is there', async () => {
    expect(await review(endless, ['shopp'])).toEqual({ code: 2, stdout: '', stderr: 'taskwise: `shopp` cannot be reviewed: it does not exist.\n' })
  })

  test('2 for a broken configuration, which is named with its key', async () => {
    const { code, stdout, stderr } = await review({ ...clean, 'taskwise.config.json': '{ "rulez": {} }' }, [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^taskwise: \/.*\/taskwise\.config\.json: there is no key `rulez`; did you mean `rules`\?\n$/)
  })

  test.each([
    [['--rule', 'uncaped-retry'], 'taskwise: There is no rule `uncaped-retry`; did you mean `uncapped-retry`?\n'],
    [['--format', 'xml'], "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.\n"],
    [['--max-warnings', 'many'], "error: option '--max-warnings <number>' argument 'many' is invalid. It must be a whole number, 0 or more.\n"],
    [['--stric'], "error: unknown option '--stric'\n(Did you mean --strict?)\n"],
    [['--output', 'no/such/folder.txt'], 'taskwise: The report could not be written to `no/such/folder.txt` (--output): it does not exist.\n'],
  ])('2 for %j, with the way out', async (args, message) => {
    const { code, stdout, stderr } = await review(clean, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(message)).toBe(true)
  })

  test('0 for a folder without Python, and a word about it', async () => {
    const { code, stderr } = await review({ 'index.html': '' }, [])
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'taskwise: there is no source in Python, TypeScript or JavaScript to review here.\n' })
  })
})

describe('options', () => {
  test('--format json prints the report alone', async () => {
    const { code, stdout, stderr } = await review(endless, ['--format', 'json'])
    expect({ code, stderr, found: found(stdout) }).toEqual({ code: 1, stderr: '', found: ['uncapped-retry error'] })
  })

  test('--rule takes several rules, one by one or by commas', async () => {
    expect(found((await review(fixable, ['--format', 'json', '--rule', 'uncapped-retry'])).stdout)).toEqual(['uncapped-retry error'])
    const both = ['uncapped-retry error', 'retry-exception-as-args error']
    expect(found((await review(fixable, ['--rule', 'uncapped-retry', '--rule', 'retry-exception-as-args', '--format', 'json', 'shop'])).stdout)).toEqual(both)
    expect(found((await review(fixable, ['--rule=uncapped-retry,retry-exception-as-args', '--format=json'])).stdout)).toEqual(both)
  })

  test('--output writes the report to a file, without colours', async () => {
    const folder = await temporaryFolder(endless)
    expect(await runTaskwise(folder, ['review', '--output', 'report.txt'], { FORCE_COLOR: '1' })).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(await readFile(join(folder, 'report.txt'), 'utf8')).toMatch(/^shop\/tasks\.py:4:25 {2}error {2}uncapped-retry\n/)
  })

  test('--fix mends what is certain and reports what is left', async () => {
    const folder = await temporaryFolder(fixable)
    const { code, stdout, stderr } = await runTaskwise(folder, ['review', '--fix', '--format', 'json'])
    expect({ code, stderr, found: found(stdout) }).toEqual({ code: 1, stderr: 'Fixed 1 finding.\n', found: ['uncapped-retry error'] })
    expect(await readFile(join(folder, 'shop/tasks.py'), 'utf8')).toBe(fixable['shop/tasks.py']?.replace('retry(exc)', 'retry(exc=exc)'))
  })

  test('without --fix no file is touched', async () => {
    const folder = await temporaryFolder(fixable)
    expect((await runTaskwise(folder, ['review'])).stdout).toContain('1 can be fixed with --fix.\n')
    expect(await readFile(join(folder, 'shop/tasks.py'), 'utf8')).toBe(fixable['shop/tasks.py'])
  })
})

describe('colours', () => {
  const escape = '\u001b['

  test.each([
    ['are not for pipes', [], {}, false],
    ['are not for the pipes of continuous integration', [], { CI: 'true' }, false],
    ['can be forced by the environment', [], { FORCE_COLOR: '1' }, true],
    ['can be refused by the environment', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['follow --color above all', ['--color'], { NO_COLOR: '1' }, true],
    ['follow --no-color above all', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, args, environment, isColored) => {
    expect((await review(endless, args, environment)).stdout.includes(escape)).toBe(isColored)
  })
})

test('a reader that stops reading is no error', async () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`app${index}/tasks.py`, endless['shop/tasks.py'] ?? '']))
  const folder = await temporaryFolder(many)
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/cli/main.js'), 'review'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.once('data', () => child.stdout.destroy())
  await once(child, 'close')
  expect(stderr).toBe('')
})
