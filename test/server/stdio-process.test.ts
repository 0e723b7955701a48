import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { expect, onTestFinished, test } from 'vitest'
import { dropLongLines } from '../../server/line-limit.ts'
import { createServer } from '../../server/mcp.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { countHeldBytes } from './garbage.ts'
import { initialize, message } from './http-request.ts'
import { malformedMessages } from './malformed-messages.ts'

const command = join(import.meta.dirname, '../../dist/cli/main.js')

interface StdioServer {
  readonly child: ChildProcess
  /** Sends lines, and waits for the answer with this id. */
  readonly ask: (lines: readonly string[], id: number) => Promise<unknown>
  readonly complaints: () => string
}

async function start(): Promise<StdioServer> {
  const child = spawn(process.execPath, [command, 'mcp'], { cwd: await temporaryFolder() })
  onTestFinished(() => void child.kill('SIGKILL'))
  const answers = new Map<unknown, (answer: unknown) => void>()
  createInterface(child.stdout).on('line', (line) => {
    const answer: unknown = JSON.parse(line)
    if (answer instanceof Object && 'id' in answer) answers.get(answer.id)?.(answer)
  })
  let complaints = ''
  child.stderr.on('data', (part: Buffer) => (complaints += String(part)))
  const ask = (lines: readonly string[], id: number): Promise<unknown> => {
    const answer = new Promise((resolve) => answers.set(id, resolve))
    child.stdin.write(lines.map((line) => `${line}\n`).join(''))
    return answer
  }
  await ask([initialize], 1)
  return { child, ask, complaints: () => complaints }
}

const ping = message({ id: 2, method: 'ping' })

test('after 1,000 malformed messages the server still answers', async () => {
  const { ask, complaints } = await start()
  expect(await ask([...malformedMessages(1000), ping], 2)).toMatchObject({ id: 2, result: {} })
  expect(complaints()).toBe('')
  const review = message({ id: 3, method: 'tools/call', params: { name: 'review', arguments: { code: 'x = 1' } } })
  expect(await ask([review], 3)).toMatchObject({ result: { structuredContent: { findings: [] } } })
})

test('malformed messages leave nothing behind', async () => {
  const [input, output] = [new PassThrough(), new PassThrough({ highWaterMark: 16 * 1024 * 1024 })]
  const server = createServer({ roots: [], version: '1' })
  await server.connect(new StdioServerTransport(input, output))
  onTestFinished(() => server.close())
  const sendMany = async (count: number): Promise<void> => {
    const answers = createInterface(output)
    const answered = new Promise((resolve) => {
      answers.on('line', (line) => {
        if (line.includes('"id":"last"')) resolve(line)
      })
    })
    for (const line of [...malformedMessages(count), message({ id: 'last', method: 'ping' })]) input.write(`${line}\n`)
    await answered
    answers.close()
  }
  await sendMany(1000)
  const before = await countHeldBytes()
  await sendMany(5000)
  expect((await countHeldBytes()) - before).toBeLessThan(1024 * 1024)
})

test('a message that is too long is passed over, and told on standard error', async () => {
  const { ask, complaints } = await start()
  const long = message({ id: 9, method: 'ping', params: { text: 'x'.repeat(12 * 1024 * 1024) } })
  expect(await ask([long, ping], 2)).toMatchObject({ id: 2, result: {} })
  expect(complaints()).toMatch(/^taskwise: a message of more than \d+ bytes was passed over\.\n$/)
})

const tooLong = { code: -32_600, message: expect.stringContaining('The message is longer than 4194304 bytes') as string }

test("a client's request that is too long is refused, and the next one answered", async () => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'], cwd: await temporaryFolder(), stderr: 'pipe' }))
  const review = (code: string): Promise<unknown> => client.callTool({ name: 'review', arguments: { code } })
  await expect(review(`x = "${'ä'.repeat(3 * 1024 * 1024)}"`)).rejects.toMatchObject({ ...tooLong, name: 'McpError' })
  expect(await review('x = 1')).toMatchObject({ structuredContent: { findings: [] } })
})

const large = `"params":{"name":"review","id":8,"list":[{"id":7}],"text":"${'x'.repeat(5 * 1024 * 1024)}"}`

test.each([
  { line: `{"jsonrpc":"2.0","id":9,"method":"tools/call",${large}}`, id: 9 },
  { line: `{ "id" : "größe" , "method" : "ping" , ${large}, "jsonrpc":"2.0" } \r`, id: 'größe' },
  { line: `{"method":"ping",${large},"jsonrpc":"2.0","id":-12}`, id: -12 },
  { line: `{"method":"ping","id":"a\\"b",${large}}`, id: null },
  { line: `{"method":"notifications/progress",${large},"jsonrpc":"2.0"}`, id: null },
  // An error would be taken for the answer to a request of one's own.
  { line: `{"jsonrpc":"2.0","id":1,${large.replace('params', 'result')}}`, id: null },
  { line: `[{"method":"ping","id":4,${large}}]`, id: null },
  { line: 'x'.repeat(5 * 1024 * 1024), id: null },
  { line: `{"method":"ping","id":01,${large}`, id: null },
  { line: `{"method":"ping","id":"\u0001",${large}}`, id: null },
])('a request that is too long is refused under its id, where that can be told ($id, %#)', async ({ line, id }) => {
  const { child, ask } = await start()
  const answers: string[] = []
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (answer) => answers.push(answer))
  await ask([line, ping], 2)
  expect(answers.map((answer): unknown => JSON.parse(answer))).toEqual(expect.arrayContaining([{ jsonrpc: '2.0', id, error: tooLong }]))
})

test('the server ends when nobody reads its answers any more', async () => {
  const { child } = await start()
  const ended = once(child, 'exit')
  child.stdout?.destroy()
  child.stdin?.write(`${ping}\n`)
  expect(await ended).toMatchObject([0, null])
})

test('the server ends with the process that started it, though its input stays open', async () => {
  // The shell starts the server in the background and waits: the server's input is ours, not the shell's.
  const script = `"${process.execPath}" "${command}" mcp <&3 & wait`
  const shell = spawn('/bin/sh', ['-c', script], { cwd: await temporaryFolder(), stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const [, output, , input] = shell.stdio
  if (!(input instanceof Socket) || !(output instanceof Socket)) throw new Error('There are no pipes to the server.')
  input.write(`${initialize}\n`)
  await once(output, 'data')
  // Once the shell is gone, the server alone holds the pipe of the answers.
  const ended = once(output, 'close').then(() => 'ended')
  shell.kill('SIGKILL')
  expect(await Promise.race([ended, sleep(10_000, 'still there')])).toBe('ended')
})

test.each([
  { parts: ['one\ntwo\n'], kept: 'one\ntwo\n', dropped: 0 },
  { parts: ['o', 'ne', '\ntw', 'o\n'], kept: 'one\ntwo\n', dropped: 0 },
  { parts: ['123456789\n', 'one\n'], kept: '123456789\none\n', dropped: 0 },
  { parts: ['1234567890\n', 'one\n'], kept: 'one\n', dropped: 1 },
  { parts: ['12345', '67890', '12345', '\none\n1234567890\n', '\n'], kept: 'one\n\n', dropped: 2 },
  { parts: ['one\n', 'unfinished'], kept: 'one\n', dropped: 0 },
])('lines of more than 10 bytes are left out of $parts', async ({ parts, kept, dropped }) => {
  let told = 0
  const source = new PassThrough()
  const result = text(source.pipe(dropLongLines(10, () => (told += 1))))
  for (const part of parts) source.write(part)
  source.end()
  expect(await result).toBe(kept)
  expect(told).toBe(dropped)
})
