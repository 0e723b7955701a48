import { appendFile, chmod, mkdir, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agentsSnippet } from '../../cli/init/agents-snippet.ts'
import { type ClientName, clientNames } from '../../cli/init/client-names.ts'
import { clients } from '../../cli/init/clients.ts'
import { formerPages } from '../../cli/init/former-pages.ts'
import { serverEntry } from '../../cli/init/server-entry.ts'
import { skillFiles } from '../../cli/init/skill-files.ts'
import { run } from '../../cli/program.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function init(directory: string, ...args: readonly string[]): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const write = (text: string): void => void (stdout += text)
  const note = (text: string): void => void (stderr += text)
  const code = await run(['init', ...args], { write, note, isWatched: false, color: false, directory })
  return { code, stdout, stderr }
}

/** Every file below `folder`, by path, the skill's pages left out. */
async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const own = paths.filter((path) => !path.includes('/references/')).sort()
  return Object.fromEntries(await Promise.all(own.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)))
}

const entryText = JSON.stringify(serverEntry, null, 2).replaceAll('\n', '\n    ')
const mcpServers = `{\n  "mcpServers": {\n    "taskwise": ${entryText}\n  }\n}\n`

describe('in a project without any files of assistants', () => {
  test('it says what there is to choose from, and writes nothing', async () => {
    const folder = await temporaryFolder({ 'manage.py': '' })
    const { code, stdout, stderr } = await init(folder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(`taskwise: No files of an assistant are in \`${folder}\`. Say which one you use, for example \`taskwise init --client claude,agents\`.\n`)
    expect(await filesIn(folder)).toEqual({ 'manage.py': '' })
  })

  test('it sets up every client that is named', async () => {
    const folder = await temporaryFolder()
    const outcome = await init(folder, '--client', 'claude,cursor', '--client', 'vscode', '--client', 'agents,skill')
    expect(outcome).toEqual({
      code: 0,
      stdout: 'created   .mcp.json\ncreated   .cursor/mcp.json\ncreated   .vscode/mcp.json\ncreated   AGENTS.md\ncreated   .agents/skills/taskwise/\n',
      stderr: '',
    })
    const { '.vscode/mcp.json': code, ...others } = await filesIn(folder)
    expect(JSON.parse(code ?? '')).toEqual({ servers: { taskwise: { type: 'stdio', ...serverEntry } } })
    expect(others).toEqual({
      '.mcp.json': mcpServers,
      '.cursor/mcp.json': mcpServers,
      'AGENTS.md': agentsSnippet,
      '.agents/skills/taskwise/SKILL.md': await readFile(join(import.meta.dirname, '../../skills/taskwise/SKILL.md'), 'utf8'),
    })
    expect(await readFile(join(folder, '.agents/skills/taskwise/references/error-handling/cap-retries.md'), 'utf8')).toMatch(/^# /)
  })

  test('it writes nothing in a dry run', async () => {
    const folder = await temporaryFolder()
    expect(await init(folder, '--client', 'claude', '--dry-run')).toEqual({ code: 0, stdout: 'would create .mcp.json\n', stderr: '' })
    expect(await filesIn(folder)).toEqual({})
  })
})

describe('in a project that assistants are set up for', () => {
  test.each([
    ['.claude/settings.json', '.mcp.json'],
    ['CLAUDE.md', '.mcp.json'],
    ['.cursor/rules/style.mdc', '.cursor/mcp.json'],
    ['.vscode/settings.json', '.vscode/mcp.json'],
    ['AGENTS.md', 'AGENTS.md'],
    ['.agents/skills/other/SKILL.md', '.agents/skills/taskwise/'],
  ])('%s leads to %s', async (sign, place) => {
    const folder = await temporaryFolder({ [`shop/${sign}`]: '' })
    expect(await init(folder, 'shop', '--dry-run')).toEqual({ code: 0, stdout: `would ${sign === place ? 'change' : 'create'} ${place}\n`, stderr: '' })
  })

  test('the skill goes where the others are', async () => {
    const folder = await temporaryFolder({ '.claude/skills/other/SKILL.md': '' })
    expect((await init(folder)).stdout).toBe('created   .mcp.json\ncreated   .claude/skills/taskwise/\n')
  })

  test('a second run changes nothing', async () => {
    const folder = await temporaryFolder({ 'AGENTS.md': '# Shop\n', '.mcp.json': '', '.cursor/x': '', '.vscode/x': '', '.claude/skills/x': '' })
    const first = await init(folder)
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const written = await filesIn(folder)
    const second = await init(folder)
    expect(second.stdout).toBe(first.stdout.replace(/created  |changed  /g, 'unchanged'))
    expect(await filesIn(folder)).toEqual(written)
  })

  test('an older skill is brought up to date', async () => {
    const folder = await temporaryFolder({ '.agents/skills/taskwise/SKILL.md': '---\nname: taskwise\n---\nold\n' })
    expect((await init(folder)).stdout).toBe('changed   .agents/skills/taskwise/\n')
    expect((await init(folder)).stdout).toBe('unchanged .agents/skills/taskwise/\n')
  })

  test('pages that this version has no more go, and files of others stay', async () => {
    const folder = await temporaryFolder({ '.agents/skills/x': '' })
    await init(folder)
    const skill = join(folder, '.agents/skills/taskwise')
    const pages = await readdir(skill, { recursive: true })
    const append = (path: string, text: string): Promise<void> => appendFile(join(skill, path), text)
    await append('SKILL.md', '- [Old things](references/old-things.md): When things were old.\r\n- [Mine](references/mine.md)\n- [Out](../../out.md)\n- [Gone](references/gone.md)\n')
    await append('references/old-things.md', '# Old things\n\n- [Old page](old-things/old-page.md)\n')
    await append('references/error-handling.md', '- [`Old` page](error-handling/old-page.md)\n- [My notes](error-handling/notes.md)\n')
    await mkdir(join(skill, 'references/old-things'))
    await append('references/old-things/old-page.md', '# Old page\n')
    await append('references/error-handling/old-page.md', '# `Old` page\r\n\r\nText.\r\n')
    const mine = ['references/mine.md', 'references/error-handling/notes.md', 'notes.md', 'references/error-handling/cap-retries-too.md']
    for (const path of mine) await append(path, '# Cap the retries\n')
    await writeFile(join(folder, '.agents/out.md'), '# Out\n')

    expect((await init(folder, '--dry-run')).stdout).toBe('would change .agents/skills/taskwise/\n')
    expect(await readdir(skill, { recursive: true })).toContain('references/old-things/old-page.md')
    expect(await init(folder)).toEqual({ code: 0, stdout: 'changed   .agents/skills/taskwise/\n', stderr: '' })
    expect((await readdir(skill, { recursive: true })).sort()).toEqual([...pages, ...mine].sort())
    expect(await readFile(join(folder, '.agents/out.md'), 'utf8')).toBe('# Out\n')
    expect((await init(folder)).stdout).toBe('unchanged .agents/skills/taskwise/\n')
  })

  test('every page of the skill would be known again', () => {
    const files = skillFiles()
    const known = formerPages(new Map(), (path) => files.get(path) ?? null)
    expect(['SKILL.md', ...known].sort()).toEqual([...files.keys()])
  })

  test('a file is replaced in one step, and keeps its mode', async () => {
    const folder = await temporaryFolder({ 'AGENTS.md': '# Shop\n' })
    const file = join(folder, 'AGENTS.md')
    await chmod(file, 0o640)
    const before = await open(file)
    await init(folder)
    expect(await before.readFile('utf8')).toBe('# Shop\n')
    await before.close()
    expect((await stat(file)).mode & 0o777).toBe(0o640)
    expect(await readdir(folder)).toEqual(['AGENTS.md'])
  })

  test('a former snippet is replaced where it stands', async () => {
    const folder = await temporaryFolder({ 'AGENTS.md': '# Shop\n\n<!-- taskwise:start -->\nold\n<!-- taskwise:end -->\n\nLast words.\n' })
    expect((await init(folder)).stdout).toBe('changed   AGENTS.md\n')
    expect(await filesIn(folder)).toEqual({ 'AGENTS.md': `# Shop\n\n${agentsSnippet}\nLast words.\n` })
  })

  test('a snippet goes below what is there, with the line breaks that are there', async () => {
    const folder = await temporaryFolder({ 'AGENTS.md': '# Shop\r\n\r\nRun the tests.' })
    await init(folder)
    expect(await filesIn(folder)).toEqual({ 'AGENTS.md': `# Shop\r\n\r\nRun the tests.\r\n\r\n${agentsSnippet.replaceAll('\n', '\r\n')}` })
  })
})

describe('a file that is not as it should be', () => {
  test.each([
    ['.mcp.json', '{ "mcpServers": {', 'line 1 is not valid JSON (CloseBraceExpected)'],
    ['.mcp.json', '[]', 'it holds no object'],
    ['.mcp.json', '{ "mcpServers": [] }', 'its `mcpServers` is no object'],
    ['.mcp.json', '{ "mcpServers": {}, "mcpServers": {} }', '`mcpServers` stands in it twice'],
    ['AGENTS.md', 'x\n<!-- taskwise:start -->\n', 'the markers <!-- taskwise:start --> and <!-- taskwise:end --> have to stand in it once each, in this order, or not at all'],
    ['AGENTS.md', `${agentsSnippet}${agentsSnippet}`, 'the markers <!-- taskwise:start --> and <!-- taskwise:end --> have to stand in it once each, in this order, or not at all'],
    ['.claude/skills/taskwise/SKILL.md', '---\nname: other\n---\n', 'it is the index of another skill'],
  ])('%s holding %j is left alone, and so is all else', async (path, text, reason) => {
    const files = { '.cursor/mcp.json': '{}', [path]: text }
    const folder = await temporaryFolder(files)
    expect(await init(folder)).toEqual({ code: 2, stdout: '', stderr: `taskwise: \`${path}\` was left alone, and nothing was written: ${reason}.\n` })
    expect(await filesIn(folder)).toEqual(files)
  })

  test('text in another encoding is left alone', async () => {
    const folder = await temporaryFolder()
    const bytes = Buffer.from('\uFEFF{ "mcpServers": {} }', 'utf16le')
    await writeFile(join(folder, '.mcp.json'), bytes)
    expect((await init(folder)).stderr).toBe('taskwise: `.mcp.json` was left alone, and nothing was written: it is not text in UTF-8.\n')
    expect(await readFile(join(folder, '.mcp.json'))).toEqual(bytes)
  })

  test('a folder in its place is left alone', async () => {
    const folder = await temporaryFolder({ 'AGENTS.md/x': '' })
    expect(await init(folder)).toMatchObject({ code: 2, stderr: 'taskwise: `AGENTS.md` was left alone, and nothing was written: it is a folder.\n' })
  })

  test('a link out of the project is not followed', async () => {
    const outside = await temporaryFolder({ 'notes.md': 'mine\n' })
    const folder = await temporaryFolder()
    await symlink(join(outside, 'notes.md'), join(folder, 'AGENTS.md'))
    await symlink(outside, join(folder, '.cursor'))
    for (const [client, path] of [['agents', 'AGENTS.md'], ['cursor', '.cursor/mcp.json']] as const) {
      const { code, stderr } = await init(folder, '--client', client)
      expect({ code, stderr }).toEqual({ code: 2, stderr: `taskwise: \`${path}\` was left alone, and nothing was written: a link leads out of the project.\n` })
    }
    expect(await filesIn(outside)).toEqual({ 'notes.md': 'mine\n' })
  })

  test('a link inside the project is followed', async () => {
    const folder = await temporaryFolder({ 'docs/AGENTS.md': '' })
    await symlink('docs/AGENTS.md', join(folder, 'AGENTS.md'))
    expect((await init(folder)).code).toBe(0)
    expect(await readFile(join(folder, 'docs/AGENTS.md'), 'utf8')).toBe(agentsSnippet)
  })

  test('a folder that cannot be made is said', async () => {
    const folder = await temporaryFolder({ '.agents': '' })
    const { code, stderr } = await init(folder, '--client', 'skill')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^taskwise: `\.agents\/skills\/taskwise\/SKILL\.md` /)
  })
})

describe('the command line', () => {
  test('README names the same clients, their signs and the same options', async () => {
    const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
    const part = readme.slice(readme.indexOf('### `taskwise init'), readme.indexOf('## Silencing'))
    const named = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/\/$/, ''))
    const rows = [...part.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, client = '', signs = '']) => [client, named(signs)])
    expect(rows).toEqual(clientNames.map((name: ClientName) => [name, clients[name].signs]))
    const { stdout } = await init('.', '--help')
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option)
    expect(options.filter((option) => option !== '--help')).toEqual([...new Set(part.match(/--[a-z-]{3,}/g))])
  })

  test('a client that is not known', async () => {
    const { code, stderr } = await init(await temporaryFolder(), '--client', 'claud')
    expect(code).toBe(2)
    expect(stderr).toContain('There are claude, cursor, vscode, agents, skill.')
  })

  test('a folder that is not there', async () => {
    const folder = await temporaryFolder({ gone: '' })
    await rm(join(folder, 'gone'))
    expect(await init(folder, 'gone', '--client', 'claude')).toEqual({ code: 2, stdout: '', stderr: `taskwise: \`${join(folder, 'gone')}\` is not a folder.\n` })
    await mkdir(join(folder, 'gone'))
    expect((await init(folder, 'gone', '--client', 'claude')).code).toBe(0)
  })

  test('a path that leads through a file', async () => {
    const folder = await temporaryFolder({ file: '' })
    const path = join('file', 'below')
    expect(await init(folder, path, '--client', 'claude')).toEqual({ code: 2, stdout: '', stderr: `taskwise: \`${join(folder, path)}\` is not a folder.\n` })
  })
})
