import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('works given side by side never overlap, keep their order, and one that fails stops no other', async () => {
  const job = fc.record({ turns: fc.nat(3), fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 12 }), async jobs => {
      const run = oneAtATime()
      const seen: string[] = []
      const work = async (index: number, turns: number, fails: boolean): Promise<number> => {
        seen.push(`begin ${index}`)
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
        seen.push(`end ${index}`)
        if (fails) throw new Error(String(index))
        return index
      }
      const results = await Promise.allSettled(jobs.map(({ turns, fails }, index) => run(() => work(index, turns, fails))))
      expect(seen).toEqual(jobs.flatMap((_, index) => [`begin ${index}`, `end ${index}`]))
      expect(results.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails))
    }),
  )
})
