import { createServer } from 'node:http'

/** What a CRM, a web archive and a receiver of webhooks would answer. Some of it takes a second try. */
function answer(method: string, path: string, key: string | undefined, body: string): { status: number; body: unknown } {
  if (path.startsWith('/crm/') && key === undefined) return { status: 401, body: {} }
  if (method === 'GET' && path.startsWith('/crm/lists/')) {
    return { status: 200, body: [{ email: 'grace@example.com', name: 'Grace' }, { email: 'alan@example.com', name: 'Alan' }] }
  }
  if (path.startsWith('/crm/contacts/')) return { status: body.includes('@unlucky.example') ? 503 : 204, body: {} }
  if (path.startsWith('/archive/')) return { status: isFirstCall(path) ? 503 : 204, body: {} }
  return { status: path === '/hooks' ? 204 : 404, body: {} }
}

const called = new Set<string>()

function isFirstCall(path: string): boolean {
  const isFirst = !called.has(path)
  called.add(path)
  return isFirst
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const sent = Buffer.concat(chunks).toString()
    const { method = 'GET', url = '/', headers } = request
    const { status, body } = answer(method, url, headers['x-api-key']?.toString(), sent)
    console.log(status, method, url, sent)
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 204 ? undefined : JSON.stringify(body))
  })
})

server.listen(8090)
