import type { Capability } from '@jincun/http'

/** The slices, in the order their tables may depend on each other. Identity comes before them all. */
export const capabilities: readonly Capability[] = []
