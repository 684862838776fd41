import type { Refusal } from '@jincun/kernel'

/** A refusal without a clause yet; its details, if any, are named. */
export type Bare = Omit<Refusal, 'details'> & { details?: Readonly<Record<string, unknown>> }

/** A refusal with the clause it rests on, as data, so that whoever is refused can look it up. */
export const citing = (refusal: Bare, clause: string): Refusal => ({
  ...refusal,
  details: { ...refusal.details, clause },
})
