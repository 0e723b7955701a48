import { readdirSync } from 'node:fs'
import { lstat, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Outcome, runProcess } from '../workshop/run-script.ts'
import { installInto, packInto } from './installation.ts'
import { nodes } from './nodes.ts'

/** The program behind `npx skills`. It needs Node 22.20. */
const skills = 'skills@1.7.4'
const own = join(import.meta.dirname, '../../skills/taskwise')

let folder: string
let node: string

/** Runs the installed `skills` in `folder`, as someone whose home is empty. */
function runSkills(...args: readonly string[]): Promise<Outcome> {
  const environment = { HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home'), DISABLE_TELEMETRY: '1', NO_COLOR: '1' }
  return runProcess(node, ['node_modules/skills/bin/cli.mjs', ...args], folder, environment)
}

function pagesIn(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort()
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'taskwise-skill-')))
  const packed = await packInto(folder)
  await installInto(folder, [join(folder, packed.filename), skills])
  node = [...(await nodes()).values()].at(-1) ?? process.execPath
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('`skills` finds the skill in the packed folder', async () => {
  const { code, stdout } = await runSkills('add', './node_modules/taskwise', '--list')
  expect(code).toBe(0)
  expect(stdout).toContain('Found 1 skill')
  expect(stdout).toMatch(/^│\s+taskwise$/m)
})

test('`skills add` installs it whole, once for all and by a link for Claude Code', async () => {
  const { code, stdout } = await runSkills('add', './node_modules/taskwise', '--agent', 'cursor', 'claude-code', '--yes')
  expect(code, stdout).toBe(0)
  const installed = join(folder, '.agents/skills/taskwise')
  expect(pagesIn(installed)).toEqual(pagesIn(own))
  for (const page of ['SKILL.md', 'references/error-handling.md', 'references/error-handling/cap-retries.md']) {
    expect(await readFile(join(installed, page), 'utf8')).toBe(await readFile(join(own, page), 'utf8'))
  }
  const linked = join(folder, '.claude/skills/taskwise')
  expect((await lstat(linked)).isSymbolicLink()).toBe(true)
  expect(await realpath(linked)).toBe(installed)
})

test('the installed `taskwise init` finds it there and has nothing to add', async () => {
  const outcome = await runProcess(join(folder, 'node_modules/.bin/taskwise'), ['init', '--client', 'skill'], folder)
  expect(outcome).toEqual({ code: 0, stdout: 'unchanged .claude/skills/taskwise/\nunchanged .agents/skills/taskwise/\n', stderr: '' })
})
