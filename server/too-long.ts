/** The protocol's code for a request that is none. */
const invalidRequest = -32_600

const string = String.raw`"[^"\\\0-\x1f]*"`
/** A member of an object whose value holds no other values. */
const member = String.raw`\s*${string}\s*:\s*(?:${string}|-?(?:0|[1-9]\d{0,15})|true|false|null)\s*`
const first = new RegExp(String.raw`^\s*\{((?:${member},)+)`)
const last = new RegExp(String.raw`((?:,${member})+)\}\s*$`)

/**
 * The answer, a line of JSON-RPC, to a message that was too long to be taken in. It goes to the one who waits for it where `start` or `end`, the
 * message's edges, tell that the message is a request, and its id: the large part of a message is none of its plain members.
 */
export function refuseLongMessage(start: string, end: string, most: number): string {
  const members = new Map([...readMembers(first.exec(start)), ...readMembers(last.exec(end))])
  const id = members.get('id')
  const isRequest = members.has('method') && (typeof id === 'string' || typeof id === 'number')
  const message = `The message is longer than ${most} bytes, which is the most that is read. To review large files, give \`paths\`.`
  return `${JSON.stringify({ jsonrpc: '2.0', id: isRequest ? id : null, error: { code: invalidRequest, message } })}\n`
}

function readMembers(found: RegExpExecArray | null): readonly (readonly [string, unknown])[] {
  const members = JSON.parse(`{${(found?.[1] ?? '').replace(/^,|,$/g, '')}}`) as Readonly<Record<string, unknown>>
  return Object.entries(members)
}
