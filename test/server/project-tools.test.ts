import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, onTestFinished, test } from 'vitest'
import { shop } from '../review/task-map/shop.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const command = join(import.meta.dirname, '../../dist/cli/main.js')

async function connect(root: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp', '--root', root], stderr: 'pipe' }))
  onTestFinished(() => client.close())
  return client
}

test('a project is mapped, reviewed with a checklist, and guides what is answered, over stdio', async () => {
  const root = await temporaryFolder({ ...shop, 'requirements.txt': 'celery==5.4.0\n', 'shop/celery.py': 'from celery import Celery\napp = Celery("shop", broker="redis://localhost")\n' })
  const client = await connect(root)
  const map = await client.callTool({ name: 'map_tasks', arguments: {} })
  expect(map.structuredContent).toMatchObject({ root, tasks: [{ name: 'shop.tasks.send_receipt' }, { name: 'shop.tasks.send_all' }] })

  const review = await client.callTool({ name: 'review', arguments: { paths: ['shop'] } })
  expect(review.structuredContent).toMatchObject({ checklist: [{ check: 'idempotent under retries' }, {}, {}, {}, {}] })

  const guide = await client.callTool({ name: 'guide', arguments: { request: 'how many tasks are waiting in the celery queue', root: '.' } })
  expect(guide.structuredContent).toMatchObject({ found: true, sections: [{ id: 'monitoring-observability#queue-depth-redis', because: expect.arrayContaining(['broker: redis']) as string[] }, {}, {}] })
})

test('names of 40 KB in reviewed code do not fill the answers', async () => {
  const [task, queue, sender] = ['t', 'q', 's'].map((letter) => letter.repeat(40_000))
  const code = `from celery import shared_task
from django.db import transaction

@shared_task(name="${task}", queue="${queue}")
def ${task}():
    print(1)

def ${sender}():
    with transaction.atomic():
        ${task}.delay()
`
  const client = await connect(await temporaryFolder({ 'manage.py': '', 'shop/tasks.py': code }))
  const [map, review] = await Promise.all([client.callTool({ name: 'map_tasks', arguments: {} }), client.callTool({ name: 'review', arguments: { paths: ['.'] } })])
  expect(map.structuredContent).toMatchObject({ tasks: [{ name: expect.stringMatching(/^t+…t+$/) as string, queue: expect.stringMatching(/^q+…q+$/) as string }] })
  const reason = /^nothing is seen that reports a failure; .* t+…t+ \(shop\/tasks\.py:5\)$/
  expect(review.structuredContent).toMatchObject({ checklist: expect.arrayContaining([{ check: 'monitoring and logging', verdict: 'unknown', reason: expect.stringMatching(reason) as string }]) as unknown[] })
  for (const answer of [map, review]) expect(JSON.stringify(answer).length).toBeLessThan(10_000)
})

test('half characters in reviewed code are in no answer', async () => {
  const code = `from celery import shared_task\n\n@shared_task(name="half \\ud83d of one", queue="${'x'.repeat(48)}🎉🎉")\ndef run():\n    pass\n`
  const client = await connect(await temporaryFolder({ 'manage.py': '', 'shop/tasks.py': code }))
  const map = await client.callTool({ name: 'map_tasks', arguments: {} })
  expect(JSON.stringify(map)).toMatch(/half .+ of one/)
  expect(JSON.stringify(map)).not.toMatch(/\\ud[89a-f]/i)
  expect(map.structuredContent).toMatchObject({ mermaid: expect.stringContaining('xxx') as string })
})

test('projects outside the roots are neither mapped nor looked at', async () => {
  const folder = await temporaryFolder({ ...shop, 'inside/a.py': '' })
  const client = await connect(join(folder, 'inside'))
  for (const request of [{ name: 'map_tasks', arguments: { paths: ['../shop'] } }, { name: 'guide', arguments: { request: 'retry', root: '../shop' } }]) {
    const { isError, content } = await client.callTool(request)
    expect({ isError, text: JSON.stringify(content) }).toEqual({ isError: true, text: expect.stringContaining('outside the allowed roots') as string })
  }
})
