import { describe, expect, test } from 'vitest'
import { readReference } from '../../scripts/references/read.ts'
import { jobsFor } from '../../scripts/references/snippets/run-snippets.ts'
import { serversOf, type Snippet, snippetsOf, suits } from '../../scripts/references/snippets/snippet.ts'

const fence = '```'

function page(versions: string, blocks: readonly (readonly [info: string, text: string])[]): string {
  const asked = Array.from({ length: 20 }, (_, index) => `  - why ${index}`).join('\n')
  const comment = `<!--\nid: first\ntriggers: [one, two, three]\nasked:\n${asked}\n${versions}\n-->`
  return `# Queues\n\n## First\n\n${comment}\n\n${blocks.map(([info, text]) => `${fence}${info}\n${text}\n${fence}`).join('\n\n')}\n`
}

function snippetsIn(versions: string, ...blocks: readonly (readonly [info: string, text: string])[]): readonly Snippet[] {
  return snippetsOf([readReference('queues', page(versions, blocks))])
}

const environment = (name: string, celery: string): { name: string; python: string; versions: Map<string, string> } => ({
  name,
  python: `/${name}/python`,
  versions: new Map([['celery', celery]]),
})
const environments = [environment('newest', '5.7.0'), environment('oldest', '5.4.0')]

describe('the blocks of a reference', () => {
  test('are known by their section, their line and the file that they are', () => {
    const [unit, log] = snippetsIn('', ['ini file=worker.service', '[Unit]'], ['text', 'a log'])
    expect(unit).toMatchObject({ id: 'queues#first', place: 'references/queues.md:32', kind: 'systemd', file: 'worker.service', text: '[Unit]\n' })
    expect(log).toBeUndefined()
  })

  test('that nothing could check are kept, so that somebody hears of them', () => {
    expect(snippetsIn('', ['python', 'x = 1'], ['', 'y']).map(({ kind }) => kind)).toEqual([null, null])
  })

  test('ask for the servers whose addresses they read', () => {
    const text = 'import os\nos.environ["REDIS_URL"], os.environ["AMQP_URL"]'
    expect(snippetsIn('', ['python run', text], ['shell', 'echo $REDIS_URL']).map(serversOf)).toEqual([['redis', 'rabbitmq'], []])
  })
})

describe('the versions that a block is tried on', () => {
  const tried = (versions: string, info: string): readonly (string | undefined)[] =>
    jobsFor(snippetsIn(versions, [info, 'x']), environments).map((job) => job.environment?.name)

  test('are the newest and the oldest for code', () => {
    expect(tried('', 'python run')).toEqual(['newest', 'oldest'])
    expect(tried('', 'yaml file=compose.yaml')).toEqual(['newest'])
  })

  test('are those that the section speaks of', () => {
    expect(tried('versions: "Celery >= 5.5"', 'python run')).toEqual(['newest'])
    expect(tried('versions: "Celery < 5.7"', 'yaml file=compose.yaml')).toEqual(['oldest'])
    expect(tried('versions: "Celery >= 5.5 < 5.7"', 'python run')).toEqual([undefined])
  })

  test('say nothing of software that is not among the packages', () => {
    const [snippet] = snippetsIn('versions: "RabbitMQ >= 3.8"', ['shell', 'true'])
    expect(snippet !== undefined && suits(snippet, new Map([['celery', '5.4.0']]))).toBe(true)
  })
})

test('blocks that need servers come first, and each job has a number of its own', () => {
  const jobs = jobsFor(snippetsIn('', ['shell', 'true'], ['python run', 'REDIS_URL']), environments)
  expect(jobs.map(({ number, snippet }) => [number, snippet.kind])).toEqual([
    [0, 'python run'],
    [1, 'python run'],
    [2, 'shell'],
    [3, 'shell'],
  ])
})
