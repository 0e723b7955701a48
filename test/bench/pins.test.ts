import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pinnedVersion } from '../../bench/pins.ts'
import serverPins from '../../bench/guidance/pins.json' with { type: 'json' }
import { environmentFolder } from '../../bench/kept-environment.ts'

test('a pin is found by the whole name', () => {
  const requirements = '# tools\nruff-api==9.9.9\n  ruff==1.2.3\r\nsemgrep>=2\n'
  expect(pinnedVersion(requirements, 'ruff')).toBe('1.2.3')
  expect(() => pinnedVersion(requirements, 'semgrep')).toThrow('add a line such as semgrep==1.2.3')
})

test('both peers are pinned to one version', () => {
  const requirements = readFileSync(new URL('../../bench/requirements.txt', import.meta.url), 'utf8')
  for (const name of ['ruff', 'semgrep']) expect(pinnedVersion(requirements, name)).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the servers are pinned to one version each', () => {
  expect(Object.values(serverPins)).toHaveLength(2)
  for (const version of Object.values(serverPins)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('other pins get another environment', () => {
  expect(environmentFolder(['ruff==1.2.3'])).toBe(environmentFolder(['ruff==1.2.3']))
  expect(environmentFolder(['ruff==1.2.3'])).not.toBe(environmentFolder(['ruff==1.2.4']))
})
