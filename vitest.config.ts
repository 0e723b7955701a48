import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    include: ['test/**/*.test.ts'],
    // A test without an assertion cannot fail, so it counts as a failure.
    expect: { requireAssertions: true },
    allowOnly: false,
    testTimeout: 30_000,
    hookTimeout: 300_000,
    // What ships never writes to the console of its own accord; a test that makes it do so has found something.
    onConsoleLog(log) {
      throw new Error(`A test wrote to the console: ${log}`)
    },
  },
}

export default config
