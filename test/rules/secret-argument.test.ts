import { expect, test } from 'vitest'
import type { PayloadValue } from '../../analysis/model/value.ts'
import { rule } from '../../rules/secret-argument/rule.ts'
import { checkFacts, dispatch } from './model.ts'

const messageFor = (value: Partial<PayloadValue> & { readonly name?: string | null }): string =>
  checkFacts(rule, { dispatches: [dispatch(value)] })
    .map(({ message }) => message)
    .join()

test('a plain reference is shown as it is written', () => {
  const secret = { kind: 'name', evidence: 'password' } as const
  expect(messageFor({ text: 'user.password', secret })).toContain("`user.password` puts a secret in the task's message; the broker and the logs")
  expect(messageFor({ text: 'form.cleaned_data["password"]', secret })).toContain('`form.cleaned_data["password"]` puts')
  expect(messageFor({ text: 'request.POST.get("password")', secret })).toContain('`request.POST.get("password")` puts')
})

test('the evidence is told by its kind, unless it is there to see', () => {
  expect(messageFor({ text: 'value', secret: { kind: 'name', evidence: 'password' } })).toContain('it goes by the name `password`')
  expect(messageFor({ text: 'settings.API_KEY', secret: { kind: 'origin', evidence: 'settings.API_KEY' } })).not.toContain('it comes from')
  expect(messageFor({ secret: { kind: 'origin', evidence: 'settings.API_KEY' } })).toContain('it comes from `settings.API_KEY`')
  expect(messageFor({ secret: { kind: 'literal', evidence: 'an AWS access key' } })).toContain('it looks like an AWS access key')
})

test.each([
  { text: '"hunter2"', shape: { kind: 'literal', className: null }, secret: { kind: 'name', evidence: 'password' } },
  { text: 'hunter2', secret: { kind: 'literal', evidence: 'a key' } },
  { text: '"hunter2" + suffix', secret: { kind: 'name', evidence: 'password' } },
  { text: 'f"hunter2{suffix}"', secret: { kind: 'name', evidence: 'password' } },
  { text: 'login("hunter2")', secret: { kind: 'name', evidence: 'password' } },
  { text: 'config.get("password", "hunter2")', secret: { kind: 'name', evidence: 'password' } },
] as const)('$text is never printed', (value) => {
  expect(messageFor(value)).toMatch(/^This argument puts a secret/)
  expect(messageFor({ ...value, name: 'password' })).toMatch(/^`password` puts a secret/)
  expect(messageFor(value)).not.toContain('hunter2')
})
