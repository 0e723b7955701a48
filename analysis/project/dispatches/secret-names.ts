import { inSnakeCase } from '../facts/snake-case.ts'

/** Last words of a name that is a secret whatever stands before them. */
const secretEndings =
  /(^|_)(password\d?|passwd|pwd|passphrase|passcode|secret|api_?key|secret_?key|access_?key|private_?key|signing_?key|encryption_?key|master_key|credentials?|jwt|card_number|credit_card(_number)?|cvv2?|cvc|ssn|social_security_number|national_id_number|national_insurance_number|passport_number)$/

/** Words that make a harmless thing of a secret's name: `password_hash`, `encrypted_token`, `has_password`. */
const harmlessParts =
  /(hash|encrypted|masked|redacted|obfuscated|signed|digest|fingerprint|dummy|placeholder)|^(is|has|needs|require[sd]?|send|reset|change|forgot|use|no|with|should|allow|verify|check)_|(^|_)(public|publishable)_/

/** Words before `token` by which it is a place in a list, the address of a device, a piece of text, a coin, or the key of a purchase. */
const otherTokens =
  /(^|_)(page|next|prev|previous|continuation|continue|cursor|sync|delta|resume|start|end|skip|scroll|marker|pagination|position|change|device|push|fcm|apns|registration|cancel|cancellation|csrf|xsrf|idempotency|parser|lex|lexer|stop|eos|bos|pad|unk|mask|sep|cls|special|text|word|sub|coin|erc\d*|lp|native|base|quote|reward|governance|gas|sell|buy|collateral|underlying|nft|payment|payment_method|card|source|order|checkout|cart|basket|expo)_token$/

/** Surroundings in which a bare `token` is one of those. */
const otherSurroundings = /fcm|apns|push|device|pagina|cursor|pars(e|er|ing)|lexer|tokeni[sz]e|erc20|wallet|blockchain|ethereum|contract/i

/** True where a secret was taken for one by the word `token` alone, and the names around it speak of tokens of another kind. */
export function isOtherToken(evidence: string, surroundings: string): boolean {
  return /(^|\W)token\W*$/i.test(evidence) && otherSurroundings.test(surroundings)
}

/** True for the name of a variable, key, parameter or setting that holds a secret, in any of the usual spellings. */
export function isSecretName(name: string): boolean {
  const plain = inSnakeCase(name)
  if (isHarmlessName(plain)) return false
  return secretEndings.test(plain) || (/(^|_)token$/.test(plain) && !otherTokens.test(plain))
}

/** True for a name that says the value is no secret, or no longer one. */
export function isHarmlessName(name: string): boolean {
  return harmlessParts.test(inSnakeCase(name))
}

/** Headers that let whoever reads them act as the sender. */
export function isSecretHeader(name: string): boolean {
  return /^(http[_-])?(proxy[_-])?(authorization|cookie|x[_-]api[_-]key|x[_-]auth[_-]token|x[_-]access[_-]token)$/i.test(name)
}

const literalSecrets: readonly (readonly [RegExp, string])[] = [
  [/^A(KIA|SIA)[0-9A-Z]{16}$/, 'an AWS access key'],
  [/^(sk|rk)_live_[0-9A-Za-z]{16,}$/, 'a Stripe live key'],
  [/^(gh[pousr]_[0-9A-Za-z]{30,}|github_pat_\w{40,})$/, 'a GitHub token'],
  [/^glpat-[\w-]{20,}$/, 'a GitLab token'],
  [/^xox[abprs]-[0-9A-Za-z-]{10,}$/, 'a Slack token'],
  [/^SG\.[\w-]{16,}\.[\w-]{16,}$/, 'a SendGrid key'],
  [/^sk-[0-9A-Za-z_-]{32,}$/, 'an API key'],
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/, 'a JSON web token'],
]

/** What a text is by its look alone: `a GitHub token`. `null`: nothing of the kind. */
export function secretLook(text: string): string | null {
  return literalSecrets.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
