import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** The longest first, so that no worker is left alone with a long file at the end: the journeys, and of them every page and the whole round. */
class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      [/every-page|whole-round/, /journeys\//, /./].findIndex(form => form.test(moduleId))
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId)))
  }
}

// Pure and server tests. Browser journeys run in the same runner, from test/journeys, after the web build.
export default defineConfig({
  test: {
    include: ['{packages,capabilities,apps,test,scripts}/**/*.test.{ts,tsx}'],
    isolate: false, // Files share a worker's modules: the program is loaded twice, not once a file.
    maxWorkers: 2, // Even on two processors: a journey mostly waits for its browser.
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    globalSetup: ['test/support/global-setup.ts'],
  },
})
