export { accountsOfBatches, diceOf, randomBatches, testBatch, testPaper } from './random-batches.ts'
export { postUnderKills } from './kill-poster.ts'
export type { KillReport } from './kill-poster.ts'

let made = 0
/** An id no other call gave. */
export const newTestId = (): string => `01900000-0000-7000-b000-${String(++made).padStart(12, '0')}`
