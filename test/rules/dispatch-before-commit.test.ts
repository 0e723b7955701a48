import { expect, test } from 'vitest'
import type { DispatchInTransaction } from '../../analysis/model/dispatch.ts'
import { rule } from '../../rules/dispatch-before-commit/rule.ts'
import { checkFacts, dispatch } from './model.ts'

const sent = dispatch()
const opened = { file: 'shop/views.py', span: { start: 10, end: 30 } }
const deferral = [{ span: sent.span, text: 'send_receipt.delay_on_commit()' }]
const direct: DispatchInTransaction = { dispatch: sent, anchor: sent, opener: 'transaction.atomic()', opened, path: [], deferral }

const find = (early: DispatchInTransaction) => checkFacts(rule, { dispatchesInTransaction: [early] })

test('at the dispatch, the evidence is the transaction and the way from it', () => {
  const call = { file: 'shop/views.py', span: { start: 50, end: 60 } }
  const [finding] = find({ ...direct, path: [{ location: call, callee: 'notify', signal: null }] })
  expect(finding?.message).toMatch(/^`send_receipt\.delay` runs before the transaction commits; /)
  expect(finding?.related).toEqual([
    { message: 'The transaction opens here: `transaction.atomic()`.', location: opened },
    { message: '`notify` is called from here.', location: call },
  ])
  expect(finding?.suggestions).toEqual([{ message: 'Send the task after the commit.', edits: deferral }])
})

test('at a call, the message names the call, and the dispatch is evidence', () => {
  const anchor = { file: 'shop/orders.py', span: { start: 50, end: 60 } }
  const [finding] = find({ ...direct, anchor, path: [{ location: anchor, callee: 'notify', signal: null }] })
  expect(finding?.span).toEqual(anchor.span)
  expect(finding?.message).toMatch(/^`notify\(…\)` sends a task too early: `send_receipt\.delay` runs before the transaction commits; /)
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    'The transaction opens here: `transaction.atomic()`.',
    '`send_receipt.delay` sends the task here.',
  ])
})

test('a receiver is not called by name, but run by its signal', () => {
  const save = { file: 'shop/orders.py', span: { start: 50, end: 60 } }
  const path = [{ location: save, callee: 'index_order', signal: 'post_save' }]
  expect(find({ ...direct, path })[0]?.related?.[1]).toEqual({ message: 'The signal `post_save` runs `index_order` from here.', location: save })
  expect(find({ ...direct, anchor: save, path })[0]?.message).toMatch(/^`index_order`, which the signal `post_save` runs here, sends a task too early: /)
})

test('a rewrite of another file is not offered', () => {
  const anchor = { file: 'shop/views.py', span: { start: 50, end: 60 } }
  expect(find({ ...direct, anchor }).flatMap(({ suggestions }) => suggestions)).toEqual([])
  expect(find({ ...direct, deferral: [] }).flatMap(({ suggestions }) => suggestions)).toEqual([])
})

test('a dispatch that is registered for the commit and called early is left to another rule', () => {
  const calledEarly = { text: 'send_receipt.delay', span: sent.span, edits: [] }
  const callback = { file: 'shop/orders.py', span: { start: 80, end: 141 }, text: 'transaction.on_commit', calledEarly, lateBindings: [], rebinding: [] }
  expect(checkFacts(rule, { dispatchesInTransaction: [direct], commitCallbacks: [callback] })).toEqual([])
  expect(checkFacts(rule, { dispatchesInTransaction: [direct], commitCallbacks: [{ ...callback, calledEarly: null }] })).toHaveLength(1)
})

test('an opener that is not code is told in words', () => {
  const [finding] = find({ ...direct, opener: 'the admin' })
  expect(finding?.related?.[0]?.message).toBe('The transaction opens here: the admin.')
  const [deleted] = find({ ...direct, opener: 'the deletion that sends post_delete' })
  expect(deleted?.related?.[0]?.message).toBe('The transaction opens here: the deletion that sends post_delete.')
  const [saved] = find({ ...direct, opener: 'the save that calls afterInsert' })
  expect(saved?.related?.[0]?.message).toBe('The transaction opens here: the save that calls afterInsert.')
})
