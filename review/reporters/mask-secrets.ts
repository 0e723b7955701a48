/** Forms of credentials that are known by their look. */
const credentials = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\b[rsp]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
  // What comes behind is looked at once a word, not once for each beginning in it: a long word may hold thousands.
  /(?<![\w-])(?=[\w-]+\.[\w-]{10,}\.)[\w-]*?\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^'"]*/g,
  /(?<=:\/\/[^\s:/@'"]*:)[^\s/@'"]{3,}(?=@)/g,
]

/** Strings, except those that only name where a value is kept: a key, or an environment variable. */
const quoted = /(?<!\[|get\(|getenv\()(["'])((?:\\[^]|(?!\1)[^]){4,})\1/g

/** How much of a secret is shown, so that a person can tell which one it is. */
const shown = 4

/** Hides what looks like a credential in code. The text keeps its length and its lines. */
export function maskCredentials(code: string): string {
  return credentials.reduce((masked, form) => masked.replace(form, hide), code)
}

/** Hides what the strings hold in a piece of code that contains a secret. The text keeps its length and its lines. */
export function maskStrings(code: string): string {
  return code.replace(quoted, (_, quote: string, content: string) => quote + hide(content) + quote)
}

function hide(secret: string): string {
  const start = Math.min(shown, Math.floor(secret.length / 3))
  return secret.slice(0, start) + secret.slice(start).replace(/[^\r\n]/g, '*')
}
