const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`

/** Texts that are no message, messages that are none of the protocol's, and calls of tools that make no sense. */
const forms: readonly ((number: number) => string)[] = [
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/li`,
  (number) => `not json at all ${number}`,
  () => '{}',
  () => 'null',
  () => '[]',
  (number) => `[${number}, "tools/list", null, {}]`,
  (number) => String(number),
  () => deep,
  (number) => `{"jsonrpc":"1.0","id":${number},"method":"tools/list"}`,
  (number) => `{"id":${number},"method":"tools/list"}`,
  () => '{"jsonrpc":"2.0","id":null,"method":"tools/list"}',
  () => '{"jsonrpc":"2.0","id":{"a":1},"method":"tools/list"}',
  (number) => `{"jsonrpc":"2.0","id":${number},"method":42}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/list","params":"text"}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"no/such/method"}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"__proto__","params":{"__proto__":{"polluted":true}}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/call","params":{}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/call","params":{"name":"no_such_tool","arguments":{}}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/call","params":{"name":"review","arguments":[]}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/call","params":{"name":"review","arguments":{"paths":[${number}]}}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"tools/call","params":{"name":"explain_rule","arguments":{"id":"\\u0000\\ud800"}}}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"result":{"unasked":true}}`,
  (number) => `{"jsonrpc":"2.0","id":"${number}","error":{"code":1,"message":"unasked"}}`,
  (number) => `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":${number}}}`,
  () => '{"jsonrpc":"2.0","method":"notifications/no-such-notification","params":{"a":[]}}',
  () => '{"jsonrpc":"2.0","method":"notifications/progress"}',
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"initialize"}`,
  (number) => `{"jsonrpc":"2.0","id":${number},"method":"initialize","params":{"protocolVersion":1,"capabilities":[],"clientInfo":null}}`,
  (number) => `\u0000\u001b[31m\uFEFF${number}`,
  (number) => `Content-Length: ${number}`,
]

/** `count` messages, the same in every run, each of a form that comes up again and again. */
export function malformedMessages(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => forms[number % forms.length]?.(number + 1000) ?? '')
}
