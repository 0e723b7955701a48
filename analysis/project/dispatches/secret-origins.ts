import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { isHarmlessName, isSecretHeader, isSecretName } from './secret-names.ts'
import { dottedName } from '../facts/site.ts'

/** What the way to a value says about it. `harmless`: it is no secret, whatever it is called. */
export type Origin = { readonly kind: 'secret'; readonly evidence: string } | { readonly kind: 'harmless' } | { readonly kind: 'unknown' }

const unknown: Origin = { kind: 'unknown' }
const harmless: Origin = { kind: 'harmless' }

/** `settings.STRIPE_SECRET_KEY`, `os.environ["API_KEY"]`, `form.cleaned_data["password"]`, `request.headers.get("Authorization")`. */
export function secretOrigin(file: FileFacts, value: Expression): Origin {
  switch (value.kind) {
    case 'member':
      return ofMember(value.object, value.name)
    case 'index':
      return ofKey(dottedName(value.object) ?? '', value.key)
    case 'call': {
      const call = file.calls[value.call]
      return call === undefined ? unknown : ofCall(file, call)
    }
    default:
      return unknown
  }
}

const settingsLike = /(^|\.)(settings|config|conf|env|secrets|environ)$/i

/** A name in capitals on anything but settings is a constant: one of several kinds, not the thing itself. */
function ofMember(object: Expression, name: string): Origin {
  const container = dottedName(object)
  if (container !== null && settingsLike.test(container)) return isSecretName(name) ? secret(`${container}.${name}`) : unknown
  if (container !== null && headerContainers.test(container) && isSecretHeader(name)) return secret(`${container}.${name}`)
  if (container !== null && aboutFields.test(container)) return harmless
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? harmless : unknown
}

/** Containers whose keys name fields or kinds, not values: `form.errors["password"]`. */
const aboutFields = /(^|\.)(\w*errors?|fields|base_fields|widgets|labels|help_texts|messages|schema|properties|counts?|types|urls|choices|ids)$/i
const headerContainers = /(^|\.)(headers|META)$/

/** Objects that hand out headers by a method of their own. */
const headerReaders = /(^|\.)(headers|META|req|request)$/

/** A key that is no text may be a range: a few letters of a secret are not the secret. */
function ofKey(container: string, key: Expression): Origin {
  if (key.kind === 'unknown') return harmless
  if (key.kind !== 'literal' || typeof key.value !== 'string') return unknown
  if (aboutFields.test(container) || isHarmlessName(key.value)) return harmless
  const isSecret = isSecretName(key.value) || (headerContainers.test(container) && isSecretHeader(key.value))
  return isSecret ? secret(container === '' ? `["${key.value}"]` : `${container}["${key.value}"]`) : unknown
}

/** Functions that read a value by its name, with the place of the name among their arguments. */
const readers: ReadonlyMap<string, number> = new Map([
  ['get', 0], ['getOrThrow', 0], ['header', 0], ['getenv', 0], ['pop', 0], ['config', 0], ['env', 0], ['str', 0], ['get_secret', 0], ['get_value', 0],
  ['getattr', 1],
])

/** Functions whose result no longer gives the secret away. */
const disarming = /hash|encrypt|encipher|mask|redact|obfuscate|digest|sign(_|$)|^(len|bool|int|count|exists|check\w*|has_\w+|is_\w+|validate\w*)$/i

/** Functions and methods that leave a text what it is. */
const keeping: ReadonlySet<string> = new Set(['str', 'strip', 'decode', 'encode', 'get_secret_value', 'removeprefix', 'removesuffix'])

function ofCall(file: FileFacts, call: Call): Origin {
  const { callee } = call
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : ''
  const path = calleePath(file, callee)
  if (disarming.test(name) || /hash|encrypt|fernet|cipher|hmac|signing|signer/i.test(path)) return harmless
  const read = readers.get(name)
  const key = read === undefined ? undefined : call.arguments[read]?.value
  if (key?.kind === 'literal' && typeof key.value === 'string') return ofRead(callee, name, key, call)
  const kept = callee.kind === 'member' ? callee.object : call.arguments[0]?.value
  return keeping.has(name) && kept !== undefined ? ofKept(file, kept) : unknown
}

/** `answer.get("token")` is like `answer["token"]`; functions are shown as they are called. */
function ofRead(callee: Expression, name: string, key: Expression, call: Call): Origin {
  const container = callee.kind === 'member' ? (dottedName(callee.object) ?? '') : ''
  const isHeader = headerReaders.test(container) && key.kind === 'literal' && isSecretHeader(String(key.value))
  const read = isHeader ? secret('') : ofKey(container, key)
  if (read.kind !== 'secret') return read
  const owner = name === 'getattr' ? dottedName(call.arguments[0]?.value ?? callee) : null
  const text = key.kind === 'literal' ? String(key.value) : ''
  return secret(owner === null ? `${dottedName(callee) ?? name}("${text}")` : `${owner}.${text}`)
}

function ofKept(file: FileFacts, value: Expression): Origin {
  const name = value.kind === 'name' || value.kind === 'member' ? value.name : null
  return name !== null && isSecretName(name) ? secret(dottedName(value) ?? name) : secretOrigin(file, value)
}

/** `hashlib.sha256().hexdigest` for a callee that is itself made of calls. */
function calleePath(file: FileFacts, callee: Expression): string {
  if (callee.kind === 'name') return callee.name
  if (callee.kind === 'member') return `${calleePath(file, callee.object)}.${callee.name}`
  const call = callee.kind === 'call' ? file.calls[callee.call] : undefined
  return call === undefined ? '' : `${calleePath(file, call.callee)}()`
}

function secret(evidence: string): Origin {
  return { kind: 'secret', evidence }
}
