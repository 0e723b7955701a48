import { expect, test } from 'vitest'
import { valuesSent } from './sent.ts'

const encrypting = 'from cryptography.fernet import Fernet\nfrom kombu.serialization import register\n\ndef encode(value):\n    return Fernet(key()).encrypt(value)\n\nregister("sealed", encode, None)\n'
const plain = 'import json\nfrom kombu.serialization import register\n\ndef encode(value):\n    return json.dumps(value, default=str)\n\nregister("dated", encode, None)\n'
const unseen = 'from houselib import encode\nfrom kombu.serialization import register\n\nregister("house", encode, None)\n'

test.each<[string, Readonly<Record<string, string>>, string, boolean]>([
  ['chosen in the settings', { 'codecs.py': encrypting, 'settings.py': 'CELERY_TASK_SERIALIZER = "sealed"\n' }, '', true],
  ['chosen by the app', { 'codecs.py': encrypting, 'celery_app.py': 'app.conf.update(task_serializer="sealed")\n' }, '', true],
  ['chosen as an attribute', { 'codecs.py': encrypting, 'celery_app.py': 'app.conf.task_serializer = "sealed"\n' }, '', true],
  ['chosen in a record', { 'codecs.py': encrypting, 'celery_app.py': 'app.conf.update({"task_serializer": "sealed"})\n' }, '', true],
  ['chosen for the dispatch', { 'codecs.py': encrypting }, ', serializer="sealed"', true],
  ['chosen by a name', { 'codecs.py': encrypting, 'settings.py': 'CELERY_TASK_SERIALIZER = NAME\n' }, '', true],
  ['registered and not chosen', { 'codecs.py': encrypting }, '', false],
  ['another one for the dispatch', { 'codecs.py': encrypting, 'settings.py': 'CELERY_TASK_SERIALIZER = "sealed"\n' }, ', serializer="json"', false],
  ['one that does not encrypt', { 'codecs.py': plain, 'settings.py': 'CELERY_TASK_SERIALIZER = "dated"\n' }, '', false],
  ['one that cannot be seen', { 'codecs.py': unseen, 'settings.py': 'CELERY_TASK_SERIALIZER = "house"\n' }, '', true],
  ['one that only signs', { 'settings.py': 'CELERY_TASK_SERIALIZER = "auth"\n' }, '', false],
])('a serializer %s', (_name, files, option, isSafe) => {
  const work = `from celery import shared_task\n\n@shared_task\ndef connect(password): ...\n\ndef run(password):\n    connect.apply_async([password]${option})\n`
  expect(valuesSent({ ...files, 'work.py': work }).map(({ secret }) => secret === null)).toEqual([isSafe])
})
