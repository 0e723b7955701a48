import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { ProjectStack } from '../../analysis/project/outline/stack.ts'
import { exactly, parseRange } from '../../analysis/project/versions/version-ranges.ts'
import { countTokens } from '../../scripts/references/tokens.ts'
import { loadGuide } from '../../server/guidance/guide.ts'
import { projectFacts, showRange } from '../../server/guidance/project-facts.ts'
import { toQuestion } from '../../server/guidance/question.ts'
import { rank } from '../../server/guidance/rank.ts'
import { noContext } from '../../server/guidance/request-context.ts'
import { guide } from '../../server/tools/guide.ts'
import { showGuide } from '../../server/tools/guide-text.ts'
import { factsOfProject } from '../../server/tools/facts-of-project.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const nothing: ProjectStack = { packages: new Map(), broker: null, resultBackend: null, scheduler: null, mappers: [] }
const depth = 'how many tasks are waiting in the celery queue'

/** The first sections for a request about the depth of queues that speak of one broker. */
async function depthSections(broker: string | null): Promise<readonly string[]> {
  const known = await loadGuide()
  const { ranked } = rank(known, toQuestion(depth, known.correct), { ...noContext, project: projectFacts({ ...nothing, broker }) })
  return ranked.map(({ section }) => section.id).filter((id) => id.startsWith('monitoring-observability#queue-depth-'))
}

test('of sections that fit the words alike, the one for the broker of the project comes first', async () => {
  expect((await depthSections('redis'))[0]).toBe('monitoring-observability#queue-depth-redis')
  expect((await depthSections('rabbitmq'))[0]).toBe('monitoring-observability#queue-depth-rabbitmq')
})

test('a request that names a broker itself is not bent', async () => {
  const known = await loadGuide()
  const { preference } = projectFacts({ ...nothing, broker: 'redis' })
  const rabbit = known.sections.find(({ id }) => id === 'error-handling#dead-letters-rabbitmq')
  expect(rabbit === undefined ? null : [preference(rabbit, 'dead letter queue') < 0, preference(rabbit, 'dead letters on RabbitMQ')]).toEqual([true, 0])
})

describe('what is said of a section', () => {
  test.each([
    ['5.4.0', 'needs Celery >= 5.5, the project has 5.4.0'],
    ['<5.5', 'needs Celery >= 5.5, the project has <5.5'],
    ['5.6.1', 'version: celery 5.6.1'],
    ['>=5.4', 'version: celery >=5.4'],
  ])('that needs a newer version than %s', async (version, expected) => {
    const range = /^\d/.test(version) ? exactly(version) : parseRange(version)
    const section = (await loadGuide()).sections.find(({ versions }) => versions === 'Celery >= 5.5')
    const { reasons } = projectFacts({ ...nothing, packages: new Map([['celery', range]]) })
    expect(section === undefined ? [] : reasons(section, 'anything')).toEqual([expected])
  })

  test('a range is shown as short as can be', () => {
    expect(['5.4', '>=5.3,<6', '<=5.5', ''].map((text) => showRange(/^\d/.test(text) ? exactly(text) : parseRange(text)))).toEqual(['5.4', '>=5.3 <6', '<=5.5', ''])
  })
})

const shop = { 'requirements.txt': 'celery==5.4.0\n', 'shop/settings.py': 'CELERY_BROKER_URL = "redis://localhost"\nCELERY_BEAT_SCHEDULER = "redbeat.RedBeatScheduler"\n' }

describe('guide with a project', () => {
  test('prefers what fits the project, and says so within the tokens it may have', async () => {
    const root = await temporaryFolder(shop)
    for (const max_tokens of [300, 900, 1500]) {
      const answer = await guide({ request: depth, root, max_tokens }, [root])
      expect(answer.sections[0]?.because).toContain('broker: redis')
      expect(countTokens(JSON.stringify(answer))).toBeLessThanOrEqual(max_tokens)
      expect(countTokens(showGuide(answer))).toBeLessThanOrEqual(max_tokens)
    }
  })

  test('knows no more about what it does not cover', async () => {
    const root = await temporaryFolder(shop)
    expect((await guide({ request: 'how do I bake sourdough bread', root }, [root])).found).toBe(false)
  })

  test('looks below the roots alone', async () => {
    const folder = await temporaryFolder({ 'inside/a.py': '', 'outside/a.py': '' })
    const root = join(folder, 'inside')
    symlinkSync(join(folder, 'outside'), join(root, 'link'))
    for (const path of ['link', '../outside', join(folder, 'outside')]) {
      await expect(guide({ request: depth, root: path }, [root])).rejects.toThrow('outside the allowed roots')
    }
    await expect(guide({ request: depth, root: folder })).rejects.toThrow('outside the allowed roots')
  })
})

test('a project is looked at again after a minute', async () => {
  const root = await temporaryFolder(shop)
  const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
  const first = await factsOfProject(root, [root])
  expect(first.facts).toEqual([
    { kind: 'broker', name: 'redis' },
    { kind: 'scheduler', name: 'redbeat' },
    { kind: 'version', name: 'celery 5.4.0' },
  ])
  writeFileSync(join(root, 'requirements.txt'), 'celery==5.6.0\n')
  now.mockReturnValue(1_059_000)
  expect(await factsOfProject(root, [root])).toBe(first)
  now.mockReturnValue(1_061_000)
  expect((await factsOfProject(root, [root])).facts).toContainEqual({ kind: 'version', name: 'celery 5.6.0' })
  now.mockRestore()
})
