import { cp, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const repository = join(import.meta.dirname, '../..')

test('references that could not be read at first are read once they are there', async () => {
  const folder = await temporaryFolder()
  for (const part of ['dist', 'package.json']) await cp(join(repository, part), join(folder, part), { recursive: true })
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  const library = join(folder, 'dist/server/resources/library.json')
  await rename(library, `${library}.away`)

  const client = new Client({ name: 'test', version: '1.0.0' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(folder, 'dist/cli/main.js'), 'mcp'], cwd: folder, stderr: 'pipe' }))
  const request = { name: 'read_reference', arguments: { id: 'error-handling' } }
  const uri = 'taskwise://references/error-handling'
  expect(await client.callTool(request)).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('The installation is incomplete') as string }] })
  await expect(client.readResource({ uri })).rejects.toThrow('The installation is incomplete')

  await rename(`${library}.away`, library)
  expect(await client.callTool(request)).toMatchObject({ structuredContent: { id: 'error-handling' } })
  expect(await client.readResource({ uri })).toMatchObject({ contents: [{ uri }] })
})
