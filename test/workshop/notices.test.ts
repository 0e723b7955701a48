import { expect, test } from 'vitest'
import { noticesFor } from '../../scripts/notices.ts'
import { temporaryFolder } from './temporary-folder.ts'

const manifest = (license: string): string => JSON.stringify({ name: '@a/b', version: '1.2.3', license })

test('each package that a file comes from is named once, with the text of its licence', async () => {
  const root = await temporaryFolder({ 'node_modules/@a/b/package.json': manifest('MIT'), 'node_modules/@a/b/LICENSE.md': 'Do what you like.\n' })
  const notices = await noticesFor(root, ['server/mcp.ts', 'node_modules/@a/b/index.js', 'node_modules/@a/b/lib/other.js'])
  expect(notices.split('-'.repeat(80)).map((part) => part.trim())).toEqual(['This package holds code of others, under their licences:', '@a/b 1.2.3 (MIT)\n\nDo what you like.'])
})

test('a package without a licence file, or under one that asks for more, is refused', async () => {
  const bare = await temporaryFolder({ 'node_modules/@a/b/package.json': manifest('MIT') })
  await expect(noticesFor(bare, ['node_modules/@a/b/index.js'])).rejects.toThrow('there is no licence file')
  const strict = await temporaryFolder({ 'node_modules/@a/b/package.json': manifest('GPL-3.0'), 'node_modules/@a/b/LICENSE': 'Share alike.' })
  await expect(noticesFor(strict, ['node_modules/@a/b/index.js'])).rejects.toThrow('license')
})
