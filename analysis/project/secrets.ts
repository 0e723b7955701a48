import type { Expression } from '../model/expression.ts'
import type { Secret } from '../model/value.ts'
import { dottedName } from './site.ts'

const secretWords =
  /(^|_)(password\d?|passwd|passphrase|secret|api_?key|apikey|secret_?key|access_?key|private_?key|signing_?key|encryption_?key|access_token|refresh_token|auth_token|bearer_token|id_token|api_token|session_token|client_secret|credentials?|card_number|credit_card|cvv|cvc|ssn|social_security_number|national_id_number)$/i

/** Words that make a harmless thing of a secret's name: `password_reset_url`, `api_key_id`, `hashed_password`. */
const harmless =
  /(hash|hashed|encrypted|masked|signed|redacted|digest|fingerprint|_ids?$|_pks?$|_urls?$|_uuid$|_count$|_length$|_expir\w*$|_name$|_type$|_field$|_path$|_arn$|^(is|has|needs|require[sd]?|send|reset|change|use|no|with|should)_)/i

const literalSecrets: readonly (readonly [RegExp, string])[] = [
  [/^AKIA[0-9A-Z]{16}$/, 'an AWS access key'],
  [/^(sk|rk)_live_[0-9A-Za-z]{16,}$/, 'a Stripe live key'],
  [/^gh[pousr]_[0-9A-Za-z]{30,}$/, 'a GitHub token'],
  [/^xox[abpr]-[0-9A-Za-z-]{10,}$/, 'a Slack token'],
  [/^sk-[0-9A-Za-z_-]{32,}$/, 'an API key'],
  [/-----BEGIN (\w+ )*PRIVATE KEY-----/, 'a private key'],
  [/^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/, 'a JSON web token'],
]

/** Why a payload value is a secret; `name` is the keyword or parameter it is passed as. `null`: nothing says so. */
export function secretIn(value: Expression, name: string | null): Secret | null {
  if (value.kind === 'literal') return typeof value.value === 'string' ? literalSecret(value.value) : null
  const origin = originOf(value)
  if (origin !== null) return { kind: 'origin', evidence: origin }
  if (value.kind !== 'name' && value.kind !== 'member' && value.kind !== 'index' && value.kind !== 'call') return null
  const own = value.kind === 'name' || value.kind === 'member' ? value.name : null
  if (own !== null && harmless.test(own)) return null
  for (const candidate of [own, name]) {
    if (candidate !== null && isSecretName(candidate)) return value.kind === 'call' ? null : { kind: 'name', evidence: candidate }
  }
  return null
}

export function isSecretName(name: string): boolean {
  return secretWords.test(name) && !harmless.test(name)
}

function literalSecret(text: string): Secret | null {
  const found = literalSecrets.find(([pattern]) => pattern.test(text))
  return found === undefined ? null : { kind: 'literal', evidence: found[1] }
}

/** `settings.STRIPE_SECRET_KEY`, `os.environ["API_KEY"]`, `form.cleaned_data["password"]`, `request.headers["Authorization"]`. */
function originOf(value: Expression): string | null {
  if (value.kind === 'member') {
    const name = dottedName(value)
    return name !== null && /(^|\.)settings\.\w+$/.test(name) && isSecretName(value.name) ? name : null
  }
  if (value.kind !== 'index' || value.key.kind !== 'literal' || typeof value.key.value !== 'string') return null
  const container = dottedName(value.object)
  const key = value.key.value
  if (container === null || !/(^|\.)(environ|cleaned_data|validated_data|data|POST|GET|headers|META)$/.test(container)) return null
  const isHeader = /(headers|META)$/.test(container) && /^(HTTP_)?(authorization|cookie|x[-_]api[-_]key)$/i.test(key)
  return isHeader || isSecretName(key) ? `${container}["${key}"]` : null
}
