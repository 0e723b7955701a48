import { describe, expect, test } from 'vitest'
import { drawTaskMap } from '../../../review/task-map/mermaid.ts'
import { mapTasks, type MappedTask } from '../../../review/task-map/task-map.ts'
import { linked } from '../../project/outline.ts'
import { shop } from './shop.ts'

function task(given: Partial<MappedTask>): MappedTask {
  return { name: 'shop.tasks.send', file: 'shop/tasks.py', line: 1, queue: null, retry: null, limits: {}, schedules: [], senders: [], ...given }
}

function draw(...tasks: readonly MappedTask[]): readonly string[] {
  return drawTaskMap({ tasks, unknownDispatches: 0 }).split('\n')
}

function sender(file: string, task: number | null = null): MappedTask['senders'][number] {
  return { file, line: 1, by: null, task, queue: null }
}

test('a project is drawn by its files, with senders, schedules and queues', () => {
  expect(drawTaskMap(mapTasks(linked(shop), () => true, () => 1))).toBe(`flowchart LR
  subgraph f0["shop/tasks.py"]
    t0["send_receipt"]
    t1["send_all"]
  end
  c0(["shop/views.py"])
  t1 --> t0
  c0 -->|"urgent"| t0
  c0 --> t0
  s1x0{{"crontab(hour=3)"}} -.-> t1
  q0[("mails")]
  t0 -.- q0`)
})

test('what would be more than text to the reader of the drawing is written as codes', () => {
  const lines = draw(task({ name: 'a"b`c<d>[e]{f}|g#h&i\\j\nend', queue: '"; click t0 "x' }))
  expect(lines[2]).toBe('    t0["a#34;b#96;c#60;d#62;#91;e#93;#123;f#125;#124;g#35;h#38;i#92;j end"]')
  expect(lines.at(-2)).toBe('  q0[("#34;; click t0 #34;x")]')
})

test('names are cut to a readable length, and said without the module that the group names', () => {
  expect(draw(task({ name: `shop.tasks.${'x'.repeat(60)}` }))[2]).toBe(`    t0["${'x'.repeat(49)}…"]`)
  expect(draw(task({ name: 'mails.send' }))[2]).toBe('    t0["mails.send"]')
  expect(draw(task({ file: 'src/shop/tasks/__init__.py' }))[2]).toBe('    t0["send"]')
})

describe('a large project', () => {
  const tasks = Array.from({ length: 130 }, (_, index) => task({ name: `t${String(index)}`, senders: [sender(`app${String(index)}/views.py`), sender('shop/tasks.py', 129)] }))

  test('is drawn in part, and says what is missing', () => {
    const lines = draw(...tasks)
    expect(lines.filter((line) => /^ {4}t\d+\[/.test(line))).toHaveLength(100)
    expect(lines.at(-1)).toBe('  more["… and 30 more tasks, 80 more places that send: map a single folder to see them"]')
  })

  test('is drawn with its senders by folder where they stand in many files', () => {
    const crowd = task({ senders: Array.from({ length: 60 }, (_, index) => sender(`app${String(index % 3)}/views${String(index)}.py`)) })
    expect(draw(crowd).filter((line) => line.startsWith('  c'))).toEqual(['  c0(["app0/"])', '  c1(["app1/"])', '  c2(["app2/"])', '  c0 --> t0', '  c1 --> t0', '  c2 --> t0'])
  })
})
