import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { namesThisMachine, readHostName } from './host-names.ts'
import type { Refusal } from './refusal.ts'

/** Who may ask. */
export interface Access {
  /** Only this machine can connect. */
  readonly isLocal: boolean
  /** Names, lower case, that the server goes by beside those of this machine. */
  readonly hosts: readonly string[]
  /** Origins of web pages, beside pages on this machine: `https://example.org`. */
  readonly origins: readonly string[]
  /** What every request must carry; `null`: nothing. */
  readonly token: string | null
}

/**
 * Why a request may not come in; `null` when it may. A web page that had its own name lead to this machine (DNS rebinding) is given away by the
 * Host header, a page of another site by its Origin, which programs that are no browsers leave out.
 */
export function refuseEntry({ host = '', origin }: IncomingHttpHeaders, access: Access): Refusal | null {
  if (!isKnownHost(host, access)) return { status: 403, message: 'This server does not go by the name in the Host header. `--allow-host` adds a name.' }
  if (origin !== undefined && !isKnownOrigin(origin, access)) {
    return { status: 403, message: 'Pages of this Origin may not use this server. `--allow-origin` adds one.' }
  }
  return null
}

/** Why a request is not served although it may come in: it does not carry the token. */
export function refuseStranger({ authorization = '' }: IncomingHttpHeaders, { token }: Access): Refusal | null {
  if (token === null || isSame(/^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '', token)) return null
  const wanted = authorization === '' ? 'Bearer realm="taskwise"' : 'Bearer realm="taskwise", error="invalid_token"'
  return { status: 401, message: 'Send the token of this server: `Authorization: Bearer <token>`.', headers: { 'WWW-Authenticate': wanted } }
}

/** Where only this machine can connect, other addresses are wrong, too; elsewhere an address is one of its own, for none can be rebound. */
function isKnownHost(header: string, { isLocal, hosts }: Access): boolean {
  const name = readHostName(header)
  if (name === null) return false
  return namesThisMachine(name) || hosts.includes(name) || (!isLocal && isIP(name) !== 0)
}

/** A page on this machine may not read answers for that, but it is no stranger either. */
function isKnownOrigin(origin: string, { origins }: Access): boolean {
  if (origins.includes(origin)) return true
  const host = /^https?:\/\/(.+)$/.exec(origin)?.[1] ?? ''
  const name = readHostName(host)
  return name !== null && namesThisMachine(name)
}

/** Takes the same time wherever the two differ, and whatever their lengths are. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
