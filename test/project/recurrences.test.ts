import { expect, test } from 'vitest'
import { startInference } from '../../analysis/project/inference/infer.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { recurrencesIn } from '../../analysis/project/recurrences.ts'

/** The fields that are given, one text for each pattern found: `hour=3`, `?` for what is not known. */
function patterns(source: string): readonly string[] {
  const types = startInference(memoryWorkspace(new Map([['shop/schedules.py', source]])))
  const file = types.workspace.facts('shop/schedules.py')
  if (file === null) throw new Error('The file cannot be read.')
  return recurrencesIn(types, file).map(({ fields }) =>
    fields
      .filter(({ pattern }) => pattern.state !== 'absent')
      .map(({ unit, pattern }) => `${unit}=${pattern.state === 'known' ? pattern.value : '?'}`)
      .join(' '),
  )
}

const celery = 'from celery.schedules import crontab\n'
const rows = 'from django_celery_beat.models import CrontabSchedule\n'

test.each<[string, readonly string[]]>([
  [`${celery}crontab()`, ['']],
  [`${celery}crontab(hour=3)`, ['hour=3']],
  [`${celery}crontab("0", 6, "mon")`, ['minute=0 hour=6 day_of_week=mon']],
  [`${celery}crontab(0, day_of_month="1,15", hour=6)`, ['minute=0 hour=6 day_of_month=1,15']],
  [`${celery}HOUR = 2\ncrontab(hour=HOUR + 1)`, ['hour=3']],
  [`${celery}crontab(hour=settings.HOUR, month_of_year=[1, 7])`, ['hour=? month_of_year=?']],
  [`${celery}crontab(minute=0), crontab(hour=1)`, ['minute=0', 'hour=1']],
  ['import celery.schedules\ncelery.schedules.crontab(hour=3)', ['hour=3']],
  [`${rows}CrontabSchedule(hour="4", timezone="UTC")`, ['hour=4']],
  [`${rows}CrontabSchedule.objects.get_or_create(day_of_month="1")`, ['day_of_month=1']],
  [`${rows}CrontabSchedule.objects.update_or_create(hour="4")`, ['hour=4']],
  [`${celery}if not DEBUG:\n    NIGHT = crontab(hour=3)\nelse:\n    NIGHT = crontab()`, ['hour=3']],
])('%s', (source, found) => {
  expect(patterns(source)).toEqual(found)
})

test.each([
  `${celery}crontab(hour=3, **NIGHT)`,
  `${celery}crontab(*fields)`,
  `${celery}crontab.from_string("0 3 * * *")`,
  `${celery}if settings.DEBUG:\n    NIGHT = crontab(hour=3)`,
  'from huey import crontab\ncrontab(hour="3")',
  'def crontab(hour):\n    return hour\ncrontab(hour=3)',
  `${rows}CrontabSchedule.objects.filter(hour="4")`,
  `${rows}CrontabSchedule.objects.get_or_create(hour="5", defaults={"minute": "0"})`,
  'from django.db import models\nclass CrontabSchedule(models.Model):\n    pass\nCrontabSchedule.objects.create(hour="4")',
])('no pattern: %s', (source) => {
  expect(patterns(source)).toEqual([])
})
