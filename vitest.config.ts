import { defineConfig } from 'vitest/config'

// Pure and server tests. Browser journeys run in the same runner, from test/journeys, after the web build.
export default defineConfig({
  test: {
    include: ['{packages,capabilities,apps,test,scripts}/**/*.test.{ts,tsx}'],
    isolate: false, // Files share a worker's modules: the program is loaded twice, not once a file.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    globalSetup: ['test/support/global-setup.ts'],
  },
})
