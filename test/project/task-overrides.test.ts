import { expect, test } from 'vitest'
import { dispatchesOf } from './sent.ts'

const sends = 'def run(order):\n    send.delay(order, countdown=5)\n'

/** How many values the dispatch of a task with this base is known to carry, and how many of them look like options. */
function carried(base: string): readonly [number, number] {
  const source = `from celery import Task, shared_task\nfrom functools import partial\n\n${base}\n\n@shared_task(base=Base)\ndef send(order): ...\n\n${sends}`
  const payload = dispatchesOf({ 'work.py': source }).flatMap((dispatch) => (dispatch.text === 'send.delay' ? dispatch.payload : []))
  return [payload.length, payload.filter(({ optionOf }) => optionOf !== null).length]
}

test.each<[string, string, readonly [number, number]]>([
  ['that says nothing about sending', 'class Base(Task):\n    def on_success(self, *args): ...', [2, 1]],
  ['that hands everything on', 'class Base(Task):\n    def apply_async(self, args=None, kwargs=None, **options):\n        options["queue"] = "a"\n        return super().apply_async(args, kwargs, **options)', [2, 1]],
  ['that adds a keyword', 'class Base(Task):\n    def apply_async(self, args=None, kwargs=None, **options):\n        kwargs = kwargs or {}\n        kwargs["tenant"] = tenant()\n        return super().apply_async(args, kwargs, **options)', [2, 1]],
  ['that hands everything on later', 'class Base(Task):\n    def apply_async(self, args=None, kwargs=None, **options):\n        on_commit(partial(super().apply_async, args, kwargs, **options))', [2, 1]],
  ['that takes options out', 'class Base(Task):\n    def delay(self, *args, countdown=None, **kwargs):\n        return self.apply_async(args, kwargs, countdown=countdown)', [2, 0]],
  ['that sends keys', 'class Base(Task):\n    def delay(self, instance, **kwargs):\n        return self.apply_async(args=[instance.pk], kwargs=kwargs)', [0, 0]],
  ['that replaces the arguments', 'class Base(Task):\n    def apply_async(self, args=None, kwargs=None, **options):\n        args = [getattr(arg, "pk", arg) for arg in args]\n        return super().apply_async(args, kwargs, **options)', [0, 0]],
  ['that replaces one of them', 'class Base(Task):\n    def apply_async(self, args=None, kwargs=None, **options):\n        kwargs["order"] = kwargs["order"].pk\n        return super().apply_async(args, kwargs, **options)', [0, 0]],
  ['that cannot be told', 'Base = made()', [0, 0]],
  ['of a package', 'from houselib import Base', [2, 0]],
])('a base %s', (_name, base, expected) => {
  expect(carried(base)).toEqual(expected)
})

test('a wrapper that puts its own method in place', () => {
  const source =
    'from celery import shared_task\n\ndef by_key(function):\n    task = shared_task(function)\n    task.delay = lambda row: task.apply_async([row.pk])\n    return task\n\n@by_key\ndef send(order): ...\n\nsend.delay(order)\n'
  expect(dispatchesOf({ 'work.py': source }).flatMap(({ text, payload }) => (text === 'send.delay' ? payload : []))).toEqual([])
})
