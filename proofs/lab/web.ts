import { createServer, type Server } from 'node:http'

/** An HTTP server that answers, with `status` and a JSON object, whatever the code of a project fetches from any host. */
export class Web {
  /** May be changed while it runs. */
  status: number
  /** `METHOD https://host/path` of what was asked for, in order. */
  readonly requests: string[] = []
  readonly #server: Server

  private constructor(status: number) {
    this.status = status
    this.#server = createServer((request, response) => {
      this.requests.push(`${request.method ?? ''} https://${String(request.headers['x-proof-host'])}${request.url ?? ''}`)
      response.writeHead(this.status, { 'content-type': 'application/json' }).end(JSON.stringify({ path: request.url }))
    })
  }

  static async start(status = 200): Promise<Web> {
    const web = new Web(status)
    await new Promise<void>((resolve) => web.#server.listen(0, '127.0.0.1', resolve))
    // Whoever forgets to stop it can end all the same.
    web.#server.unref()
    return web
  }

  get url(): string {
    const address = this.#server.address()
    return address !== null && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : ''
  }
}
