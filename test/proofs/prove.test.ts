import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { runScript } from '../workshop/run-script.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

test('the page of proofs lists every proof of this repository', async () => {
  expect(await runScript('prove', ['--check'])).toMatchObject({ code: 0, stderr: '' })
})

test('a page that does not is told of', async () => {
  const root = await temporaryFolder({ 'rules/a/proof.py': '"""It holds."""\n' })
  expect(await runScript('prove', ['--check', '--root', root])).toEqual({ code: 1, stdout: '', stderr: 'docs/proofs.md does not list rules/a/proof.py with its claim\n' })
})

test('a proof that nobody has written cannot be run', async () => {
  const root = await temporaryFolder({ 'rules/a/proof.py': '"""It holds."""\n' })
  expect(await runScript('prove', ['b', '--root', root])).toEqual({ code: 2, stdout: '', stderr: 'there is no proof of b; there are proofs of a\n' })
})

const proofs = { python: 'proof.py', ts: 'proof.ts' }

test.each(rules.map(({ id }) => id))('%s is proved for each language that its page shows', async (id) => {
  const folder = join(import.meta.dirname, '../../rules', id)
  const page = await readFile(join(folder, 'rule.md'), 'utf8')
  const shown = (['python', 'ts'] as const).filter((language) => page.includes(`\n\`\`\`${language} wrong`))
  expect(shown).not.toEqual([])
  expect(shown.filter((language) => !existsSync(join(folder, proofs[language])))).toEqual([])
})
