/** Stops at a broken belief. What fails here is a bug (HTTP 500), never a user's mistake. */
export function assert(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`Broken belief: ${belief}`)
}

/** Marks a branch the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
