import { describe, expect, test } from 'vitest'
import { findFormProblems } from '../../scripts/references/form.ts'
import { kindOf } from '../../scripts/references/kind.ts'
import { readReference } from '../../scripts/references/read.ts'
import { findTieProblems } from '../../scripts/references/ties.ts'
import { isWithin, readBounds, readRange } from '../../scripts/references/versions.ts'

const fence = '```'
const words = Array.from({ length: 150 }, (_, index) => `word${index}`).join(' ')

function section(id: string, number: number): string {
  const asked = Array.from({ length: 20 }, (_, index) => `  - why ${id} ${index}`).join('\n')
  const comment = `<!--\nid: ${id}\ntriggers:\n  - one\n  - two\n  - three\nasked:\n${asked}\nversions: "Celery >= 5.5"\nrules: [late-call]\n-->`
  const source = `[^${number}]: <https://docs.example.com/${id}>, \`celery/app/task.py\`.`
  return `## About ${id}\n\n${comment}\n\n${words}[^${number}] See [it](#${id}).\n\n${fence}python run\nassert True\n${fence}\n\n${fence}text\na log\n${fence}\n\n${source}\n`
}

const matter = '---\nid: queues\ntitle: Queues\nsummary: What queues are.\napplies-to:\n  celery: ">=5.4"\ntriggers: [one, two, three]\n---\n'
const page = `${matter}\n# Queues\n\nWhat is here.\n\n${section('first', 1)}\n${section('second', 2)}`
const problemsOf = (text: string): readonly string[] => findFormProblems(readReference('queues', text))

describe('the form of a reference', () => {
  test('is kept by a page that has everything', () => {
    expect(problemsOf(page)).toEqual([])
  })

  const broken: [string, (text: string) => string, RegExp][] = [
    ['no front matter', (text) => text.replace(matter, ''), /front matter/],
    ['front matter that is no YAML', (text) => text.replace('id: queues', 'id: [queues'), /front matter/],
    ['the id of another file', (text) => text.replace('id: queues', 'id: tasks'), /the id is tasks/],
    ['another title', (text) => text.replace('# Queues', '# Queue'), /the heading is "Queue"/],
    ['a summary that is no sentence', (text) => text.replace('What queues are.', 'queues'), /summary: is not a sentence/],
    ['a field of its own', (text) => text.replace('title: Queues', 'title: Queues\nauthor: me'), /"author"/],
    ['a range that is none', (text) => text.replace('">=5.4"', '"5.4 or so"'), /applies-to.celery: "5.4 or so" is no range/],
    ['too few triggers', (text) => text.replace('[one, two, three]', '[one, two]'), /front matter: triggers/],
    ['no introduction', (text) => text.replace('What is here.', ''), /0 paragraphs/],
    ['no section', (text) => text.slice(0, text.indexOf('## About')), /there is no section/],
    ['a section without its comment', (text) => text.replace(/<!--[\s\S]*?-->/, ''), /"About first": comment/],
    ['a comment that is no YAML', (text) => text.replace('id: first', 'id: [first'), /"About first": comment/],
    ['an id that is not in kebab-case', (text) => text.replace('id: first', 'id: First'), /comment: id: is not in kebab-case/],
    ['too few triggers in a section', (text) => text.replace('  - three\n', ''), /comment: triggers/],
    ['too few ways to ask', (text) => text.replace('  - why first 7\n', ''), /comment: asked/],
    ['versions of an unknown product', (text) => text.replace('Celery >= 5.5', 'Celeri >= 5.5'), /versions: "Celeri >= 5.5" does not begin/],
    ['a heading in a section', (text) => text.replace('## About second', '### About second'), /there is a heading of level 3/],
    ['a second comment', (text) => text.replace('What is here.', 'What is here.').replace(' See', '\n\n<!-- x -->\n\nSee'), /a second comment/],
    ['text after the sources', (text) => `${text}\nMore.\n`, /there is text after the sources/],
    ['too little to say', (text) => text.replace(words, 'word'), /tokens and should have/],
    ['too much to say', (text) => text.replace(words, `${words} ${words}`), /tokens and should have/],
    ['something done simply', (text) => text.replace('word7 ', 'simply '), /nothing is done "simply"/],
    ['a block that nothing checks', (text) => text.replace('python run', 'python'), /nothing checks a block of "python"/],
    ['no code', (text) => text.replace(`${fence}python run\nassert True\n${fence}`, ''), /0 code blocks/],
    ['two blocks of code', (text) => text.replace(`${fence}text`, `${fence}shell`), /2 code blocks/],
    ['a long block', (text) => text.replace('assert True', Array(31).fill('x').join('\n')), /more than 30 lines/],
    ['no source', (text) => text.replace('[^1] See', ' See').replace(/\[\^1\]:.*\n/, ''), /it names no source/],
    ['a footnote without its source', (text) => text.replace('[^1] See', '[^1] See[^3]').concat('\n[^3]: <https://a.example.com>'), /footnote 3 is not defined/],
    ['a source that nothing refers to', (text) => text.replace('[^1] See', ' See'), /nothing refers to the footnote 1/],
    ['a source without a place', (text) => text.replace(/\[\^1\]:.*\n/, '[^1]: Somebody said so.\n'), /neither a public address nor a path/],
    ['one id twice', (text) => text.replace('id: second', 'id: first'), /two sections have the id first/],
    ['one heading twice', (text) => text.replace('## About second', '## About first'), /two sections are called/],
    ['one label twice', (text) => text.replaceAll('[^2]', '[^1]'), /two footnotes of the file have the label 1/],
  ]

  test.each(broken)('with %s is refused', (_name, change, reason) => {
    expect(change(page)).not.toBe(page)
    expect(problemsOf(change(page)).join('\n')).toMatch(reason)
  })
})

describe('what references point to', () => {
  const surroundings = { ruleIds: new Set(['late-call']), hasFile: (path: string) => ['references/queues.md', 'rules/late-call/rule.md'].includes(path) }
  const tiesOf = (...texts: string[]): readonly string[] => {
    const references = texts.map((text, index) => readReference(index === 0 ? 'queues' : `queues-${index}`, text))
    return [...findTieProblems(references, surroundings).values()].flat()
  }

  test('exists', () => {
    expect(tiesOf(page.replace('#second)', '../rules/late-call/rule.md)'), '')).toEqual([])
  })

  test.each([
    ['a section that is gone', '(#first)', '(#third)', /#third leads to a section/],
    ['a file that is gone', '(#first)', '(tasks.md#first)', /tasks.md#first leads to a file/],
    ['a section of this file by its name', '(#first)', '(queues.md#third)', /queues.md#third leads to a section/],
    ['a rule that is gone', 'rules: [late-call]', 'rules: [early-call]', /there is no rule early-call/],
    ['one question in two sections', '- why second 3', '- first 3, why?', /"first 3, why\?" is asked|"why first 3" is asked/],
  ])('is not %s', (_name, part, replacement, reason) => {
    expect(tiesOf(page.replace(part, replacement)).join('\n')).toMatch(reason)
  })

  test('is not a question of another reference', () => {
    expect(tiesOf(page, page).filter((problem) => problem.includes('is asked in queues.md'))).toHaveLength(40)
  })
})

test('a block has a kind where something checks it', () => {
  const known = ['python run', 'ini file=celery-worker.service', 'ini file=supervisor.conf', 'yaml file=compose.yaml', 'yaml file=prometheus.rules.yml', 'text']
  expect(known.map(kindOf)).toEqual(['python run', 'systemd', 'supervisor', 'compose', 'prometheus rules', 'text'])
  expect(['', 'python', 'ini', 'yaml file=values.yaml', 'yaml file=compose.yaml run', 'ini file=compose.yaml'].map(kindOf)).toEqual(Array(6).fill(null))
})

test('ranges of versions are read number by number', () => {
  const [least, below] = readRange('>= 5.5 <5.10')
  if (least === undefined || below === undefined) throw new Error('there should be two bounds')
  expect(['5.4.9', '5.5', '5.5.0', '5.9.3', '5.10.0', '6'].map((version) => isWithin(version, least) && isWithin(version, below))).toEqual([false, true, true, true, false, false])
  expect(readBounds('Celery >= 5.5, Django == 5.2')).toEqual([
    { product: 'celery', operator: '>=', version: '5.5' },
    { product: 'django', operator: '==', version: '5.2' },
  ])
  expect(() => readBounds('Celery')).toThrow('is no range')
})
