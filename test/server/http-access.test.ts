import { expect, test } from 'vitest'
import { isLoopback, readHostName } from '../../server/http/host-names.ts'
import { call, connect } from './http-client.ts'
import { initialize, send } from './http-request.ts'
import { serve } from './http-serving.ts'

const evil = ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', 'localhost@evil.example', 'evil@localhost', '192.0.2.7', '[2001:db8::1]', 'localhost:', 'a b']

test.each(evil)('a page that had the name "%s" lead here is refused', async (host) => {
  const { url, sessions } = await serve()
  const answer = await send(url, { headers: { Host: host }, body: initialize })
  expect(answer).toMatchObject({ status: 403, headers: { 'content-type': 'application/json' } })
  expect(JSON.parse(answer.body)).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32_000 } })
  expect(sessions()).toBe(0)
})

test.each(['localhost', 'LOCALHOST:1234', '127.0.0.1:80', '127.8.9.1', '[::1]:99'])('this machine may be called %s', async (host) => {
  const { url } = await serve()
  expect(await send(url, { headers: { Host: host }, body: initialize })).toMatchObject({ status: 200 })
})

test('a name that is allowed is served, and no other', async () => {
  const { url } = await serve({ hosts: ['Tasks.example'] })
  expect(await send(url, { headers: { Host: 'tasks.example:8080' }, body: initialize })).toMatchObject({ status: 200 })
  expect(await send(url, { headers: { Host: 'more.tasks.example' }, body: initialize })).toMatchObject({ status: 403 })
})

test.each(['http://evil.example', 'https://localhost.evil.example', 'null', 'file://', 'http://localhost@evil.example', 'https://app.example:8443', ''])(
  'a page of "%s" is refused, whatever it asks',
  async (Origin) => {
    const { url, sessions } = await serve({ origins: ['https://app.example'] })
    for (const method of ['POST', 'GET', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await send(url, { method, headers: { Origin, 'Access-Control-Request-Method': 'POST' }, body: initialize })
      expect(status).toBe(403)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(sessions()).toBe(0)
  },
)

test('a page on this machine is served, but a browser does not let it read', async () => {
  const { url } = await serve()
  const headers = { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'POST' }
  expect((await send(url, { headers, body: initialize })).headers).not.toHaveProperty('access-control-allow-origin')
  expect(await send(url, { method: 'OPTIONS', headers })).toMatchObject({ status: 405, headers: { allow: 'GET, POST, DELETE' } })
})

test('a page that is allowed may ask, and read its session id', async () => {
  const { url } = await serve({ origins: ['https://app.example'], token: 'secret' })
  const page = { Origin: 'https://app.example' }
  const beforehand = await send(url, { method: 'OPTIONS', headers: { ...page, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' } })
  expect(beforehand).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': page.Origin, vary: 'Origin' } })
  expect(beforehand.headers['access-control-allow-headers']).toContain('Authorization')
  const answer = await send(url, { headers: { ...page, Authorization: 'Bearer secret' }, body: initialize })
  expect(answer).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': page.Origin } })
  expect(answer.headers['access-control-expose-headers']).toContain('Mcp-Session-Id')
  expect(await send(url, { headers: page, body: initialize })).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': page.Origin } })
})

test.each(['', 'Bearer', 'Bearer ', 'Bearer wrong', 'Bearer secre', 'Bearer secret2', 'Bearer secret secret', 'Basic secret', 'secret'])(
  'with a token, "%s" is not enough',
  async (Authorization) => {
    const { url, sessions } = await serve({ token: 'secret' })
    const headers = Authorization === '' ? {} : { Authorization }
    for (const method of ['POST', 'GET', 'DELETE', 'PUT']) {
      const answer = await send(url, { method, headers, body: initialize })
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer /)
      expect(answer.body).not.toContain('secret')
    }
    expect(await send(`${url}/elsewhere`, { headers, body: initialize })).toMatchObject({ status: 401 })
    expect(sessions()).toBe(0)
  },
)

test('with the token, everything is served', async () => {
  const { url } = await serve({ token: 'secret' })
  const { client } = await connect(url, { Authorization: 'Bearer secret' })
  expect(await call(client, 'echo', { text: 'hello' })).toMatchObject({ words: 'hello' })
  expect(await send(url, { headers: { Authorization: 'bearer  secret' }, body: initialize })).toMatchObject({ status: 200 })
  await expect(connect(url)).rejects.toThrow()
})

test('a server for other machines needs a token, goes by its addresses, and by names only when they are allowed', async () => {
  await expect(serve({ host: '0.0.0.0' })).rejects.toThrow('set the environment variable TASKWISE_TOKEN')
  const { url } = await serve({ host: '0.0.0.0', token: 'secret', hosts: ['tasks.example'] })
  const { port } = new URL(url)
  const statuses = ['192.0.2.7', '[2001:db8::1]:80', 'localhost', 'tasks.example', 'evil.example'].map(async (Host) => {
    const { status } = await send(`http://127.0.0.1:${port}/mcp`, { headers: { Host, Authorization: 'Bearer secret' }, body: initialize })
    return status
  })
  expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200, 403])
})

test.each(['no-such-host.invalid', '192.0.2.1'])('%s cannot be listened on', async (host) => {
  await expect(serve({ host, token: 'secret' })).rejects.toThrow(host)
})

test('addresses of this machine are told from others', () => {
  expect(['127.0.0.1', '127.255.0.3', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true])
  expect(['0.0.0.0', '::', '128.0.0.1', '::ffff:10.0.0.1', 'localhost', ''].map(isLoopback)).toEqual([false, false, false, false, false, false])
})

test.each([
  ['Tasks.example:80', 'tasks.example'],
  ['[::1]', '::1'],
  ['[::1', null],
  ['[1.2.3.4]', null],
  ['a/b', null],
  ['host:123456', null],
])('the name in %s is %s', (header, name) => {
  expect(readHostName(header)).toBe(name)
})
