// Calls the installed server by the Inspector, once for each of the calls in the job, and writes how they ended to standard output.
import { execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

const atOnce = 3
const job = process.argv[2] ?? ''
const { inspector, folder, transport, calls } = JSON.parse(await readFile(job, 'utf8'))
const command = join(folder, 'node_modules/.bin/taskwise')

const server = transport === 'http' ? spawn(command, ['mcp', '--http', '--port', '0'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }) : null
const target = server === null ? [command, 'mcp'] : ['--transport', 'http', '--server-url', await listening(server)]

function listening({ stderr }) {
  return new Promise((resolve) => {
    stderr.on('data', (text) => {
      const [url] = /http:\S+\/mcp/.exec(String(text)) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}

function call(options) {
  const args = [inspector, '--cli', ...target, ...options, '--format', 'json', '--quiet']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? 1), result: stdout === '' ? null : JSON.parse(stdout).result, complaints: stderr })
    })
  })
}

function isOnline() {
  return new Promise((resolve) => {
    const socket = connect({ host: '1.1.1.1', port: 443, timeout: 2000 })
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true)).on('error', () => end(false)).on('timeout', () => end(false))
  })
}

const results = []
let next = 0
async function work() {
  for (let index = next++; index < calls.length; index = next++) results[index] = await call(calls[index])
}
await Promise.all(Array.from({ length: atOnce }, work))
server?.kill()
process.stdout.write(JSON.stringify({ calls: results, isOnline: await isOnline() }))
