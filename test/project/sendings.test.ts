import { expect, test } from 'vitest'
import { dispatchesOf } from './sent.ts'

const files = {
  'shop/models.py': 'from django.db import models\n\nclass Order(models.Model): ...\n',
  'shop/app.py': 'from celery import Celery\n\napp = Celery("shop")\n',
  'shop/work.py':
    'from celery import Task, shared_task\nfrom django.tasks import task\nfrom shop.app import app\n\n@shared_task(name="shop.send")\ndef send(order, copy=False): ...\n\n@task\ndef mail(order): ...\n\n' +
    'class Ship(Task):\n    def run(self, order): ...\n\nship = app.register_task(Ship())\n\n@shared_task\ndef plain(): ...\n',
}

/** `task.method timing [payload]` for every dispatch of a module. */
function sent(source: string): readonly string[] {
  const imports = 'from functools import partial\nfrom celery import chain, group, signature\nfrom accounts.tasks import welcome\nfrom shop.app import app\nfrom shop.work import mail, send, ship\n\n'
  return dispatchesOf({ ...files, 'shop/main.py': `${imports}${source}` }).map(({ task, taskName, timing, payload }) => {
    const texts = payload.flatMap(({ name, values }) => values.map(({ text }) => (name === null ? text : `${name}=${text}`)))
    return `${task?.handlerName ?? taskName ?? '?'} ${timing} [${texts.join(', ')}]`
  })
}

test.each<[string, readonly string[]]>([
  ['send.delay(a, copy=b)', ['send now [a, copy=b]']],
  ['send.apply_async((a, b), {"copy": c}, countdown=5)', ['send now [a, b, copy=c]']],
  ['send.apply_async(args=[a], kwargs=dict(copy=b))', ['send now [a, copy=b]']],
  ['send.apply_async(args=["x"] + [a])', ['send now ["x", a]']],
  ['send.delay([a, [b]], {"k": {"l": c}})', ['send now [a, b, c]']],
  ['send.delay(*many, a)', ['send now [a]']],
  ['send.delay_on_commit(a)', ['send after-commit [a]']],
  ['send.s(a)', ['send build [a]']],
  ['send.s(a).delay(b)', ['send now [b]', 'send build [a]']],
  ['send.map(orders)', ['send build [orders]']],
  ['group(send.s(a) for a in b)()', ['? now []', 'send build [a]']],
  ['chain(send.s(a)).apply_async()', ['? now []', 'send build [a]']],
  ['partial(send.delay, a, copy=b)', ['send build [a, copy=b]']],
  ['app.send_task("shop.send", args=[a])', ['send now [a]']],
  ['app.send_task("other.task", (a,))', ['other.task now [a]']],
  ['signature("shop.send", args=(a,))', ['send build [a]']],
  ['app.tasks["shop.send"].delay(a)', ['? now [a]']],
  ['ship.delay(a)', ['Ship now [a]']],
  ['ship.apply_async(args=[a])', ['Ship now [a]']],
  ['partial(ship.delay, a)', ['Ship build [a]']],
  ['mail.enqueue(a)', ['mail now [a]']],
  ['mail.using(priority=5).enqueue(a)', ['mail now [a]']],
  ['welcome.delay(a)', ['? now [a]']],
  ['later = send.delay\nlater(a)', ['send now [a]']],
  ['send(a)', []],
  ['send.run(a)', []],
  ['send.apply(args=[a])', []],
  ['timer.delay(a)', []],
  ['send.s', []],
])('%s', (source, expected) => {
  expect(sent(source)).toEqual(expected)
})

test('a bound task that sends itself', () => {
  const source = '@shared_task(bind=True)\ndef poll(self, order):\n    self.apply_async(args=[order], countdown=5)\n    raise self.retry(args=[order.pk])\n'
  expect(sent(`from celery import shared_task\n${source}`)).toEqual(['poll now [order]', 'poll again [order.pk]'])
})
