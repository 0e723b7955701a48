import { expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const files = {
  'shop/__init__.py': '',
  'shop/app.py': 'from celery import Celery\n\napp = Celery("shop")\n',
  'shop/work.py':
    'from celery import Task, shared_task\nfrom django.tasks import task\nfrom shop.app import app\n\n@shared_task\ndef send(order): ...\n\n@task\ndef mail(order): ...\n\n' +
    'class Ship(Task):\n    def run(self, order): ...\n\nclass Loud(Ship):\n    def delay(self, *args): ...\n\nclass Unable(Task): ...\n\nship = app.register_task(Ship())\nloud = app.register_task(Loud)\n',
}

function shown(expression: string): readonly string[] {
  const source = `from functools import partial\nfrom celery import chain, chord, current_app, group, signature\nfrom accounts.tasks import welcome\nfrom shop import work\nfrom shop.app import app\nfrom shop.work import Ship, Unable, loud, mail, send, ship\nshow(${expression})\n`
  return shownTypes({ ...files, 'shop/main.py': source }, 'shop/main.py')
}

test.each<[string, string]>([
  ['send', 'function send'],
  ['work.send.delay', 'send.delay'],
  ['send.delay(1)', 'task-result'],
  ['send.s(1)', 'signature of send'],
  ['send.s(1).set(queue="a")', 'signature of send'],
  ['send.s(1).delay()', 'task-result'],
  ['send.chunks([], 5)', 'group of ?'],
  ['send.delay_on_commit(1)', 'null'],
  ['partial(send.delay, 1)', 'send.delay'],
  ['group(send.s(1))', 'group of ?'],
  ['chain(send.s(1), send.s(2))', 'workflow of ?'],
  ['chain(send.s(1))()', 'task-result'],
  ['chord([send.s(1)])', 'workflow of ?'],
  ['signature("shop.work.send")', 'signature of ?'],
  ['mail.using(priority=5)', 'function mail'],
  ['mail.using(priority=5).enqueue', 'mail.enqueue'],
  ['ship', 'instance Ship'],
  ['ship.delay', 'run.delay'],
  ['ship.delay(1)', 'task-result'],
  ['ship.s(1)', 'signature of run'],
  ['Ship().apply_async', 'run.apply_async'],
  ['loud', 'instance Loud'],
  ['loud.delay', 'function delay'],
  ['loud.apply_async', 'run.apply_async'],
  ['Unable().delay', 'celery.Task().delay'],
  ['welcome', 'accounts.tasks.welcome'],
  ['welcome.delay(1)', 'task-result'],
  ['welcome.si(1)', 'signature of ?'],
  ['welcome.nothing(1)', 'accounts.tasks.welcome.nothing()'],
  ['current_app.tasks["a"].delay(1)', 'task-result'],
  ['app.AsyncResult("a")', 'task-result'],
])('%s', (expression, type) => {
  expect(shown(expression)).toEqual([type])
})

test('the first parameter of a bound task is the task', () => {
  const source = 'from celery import shared_task\n\n@shared_task(bind=True)\ndef send(self, order):\n    show(self, self.delay, order)\n\n@shared_task\ndef plain(order):\n    show(order)\n'
  expect(shownTypes({ 'shop/tasks.py': source }, 'shop/tasks.py')).toEqual(['function send', 'send.delay', 'unknown', 'unknown'])
})
