import { parse } from 'jsonc-parser'
import { expect, test } from 'vitest'
import { withEntry } from '../../cli/init/json-entry.ts'

const entry = { group: 'servers', name: 'ours', value: { command: 'run' } }

test.each([
  ['nothing', '', '{\n  "servers": {\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n'],
  ['an empty object', '{}\n', '{\n  "servers": {\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n'],
  ['an empty group', '{\n  "servers": {}\n}\n', '{\n  "servers": {\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n'],
  [
    'others, indented by tabs',
    '{\n\t"servers": {\n\t\t"a": { "command": "x" }\n\t}\n}\n',
    '{\n\t"servers": {\n\t\t"a": { "command": "x" },\n\t\t"ours": {\n\t\t\t"command": "run"\n\t\t}\n\t}\n}\n',
  ],
  [
    'others, indented by four',
    '{\n    "inputs": [],\n    "servers": {\n        "a": {}\n    }\n}',
    '{\n    "inputs": [],\n    "servers": {\n        "a": {},\n        "ours": {\n            "command": "run"\n        }\n    }\n}',
  ],
  [
    'a remark on the last of the others',
    '{\n  "servers": {\n    // first\n    "a": {} // of a\n    // last\n  }\n}\n',
    '{\n  "servers": {\n    // first\n    "a": {}, // of a\n    "ours": {\n      "command": "run"\n    }\n    // last\n  }\n}\n',
  ],
  [
    'a remark behind a trailing comma',
    '{\n  "servers": {\n    "a": {}, /* of a */\n  },\n}\n',
    '{\n  "servers": {\n    "a": {}, /* of a */\n    "ours": {\n      "command": "run"\n    }\n  },\n}\n',
  ],
  [
    'line breaks of Windows and a byte order mark',
    '\uFEFF{\r\n  "servers": {\r\n    "a": {} // of a\r\n  }\r\n}\r\n',
    '\uFEFF{\r\n  "servers": {\r\n    "a": {}, // of a\r\n    "ours": {\r\n      "command": "run"\r\n    }\r\n  }\r\n}\r\n',
  ],
  ['all in one line', '{ "servers": { "a": { "b": [1] } } }', '{ "servers": { "a": { "b": [1] }, "ours": {"command":"run"} } }'],
  ['a remark where nothing is yet', '{\n  "servers": {\n    // none yet\n  }\n}\n', '{\n  "servers": {\n    // none yet\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n'],
  ['an empty group beside others', '{\n  "a": {"b":1},\n  "servers": {}\n}\n', '{\n  "a": {"b":1},\n  "servers": {\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n'],
  [
    'another group with a remark',
    '{\n  "inputs": [] // none\n}\n',
    '{\n  "inputs": [], // none\n  "servers": {\n    "ours": {\n      "command": "run"\n    }\n  }\n}\n',
  ],
])('%s', (_, text, expected) => {
  expect(withEntry(text, entry)).toBe(expected)
  expect(withEntry(expected, entry)).toBe(expected)
})

test('an entry of that name is its owner’s', () => {
  const text = '{ "servers": { "ours": { "command": "my own", "args": ["--root", "."] } } }'
  expect(withEntry(text, entry)).toBe(text)
})

test.each([
  '{"servers":{"a":{"args":["//",","]}}}',
  '{"servers":{"a":{"url":"http://x"}},"z":1}',
  '{ "servers": { "a": 1, }, }',
  '// head\n{"x":{"servers":1}} // tail\n',
  '{\n  "servers": { "a": {} } // of the servers\n}',
  '{\n  "servers": { "a": {} /* one */ } }',
  '{\n  "servers": { "a": {} /* one */\n } }',
  '{ "servers": { "a": 1 // one\n } }',
  '{ "servers": {} /* none */, "b": 1, // b\n }',
  '{ /* none */ }',
  '{ "servers": { "a": 1\n , // one\n "b": 2 /* two\n lines */ } }',
])('what else is in %j stays', (text) => {
  const before = parse(text, [], { allowTrailingComma: true }) as { readonly servers?: object }
  const after = withEntry(text, entry)
  const errors: never[] = []
  expect(parse(after, errors, { allowTrailingComma: true })).toEqual({ ...before, servers: { ...before.servers, ours: { command: 'run' } } })
  expect(errors).toEqual([])
  const remarks = /\/\/ [a-z ]+|\/\*[^]*?\*\//g
  expect(after.match(remarks)).toEqual(text.match(remarks))
})
