/**
 * Runs asynchronous works strictly in the order they were given, each after the one before has ended, well or badly. A connection answers
 * one query at a time: whatever a handler starts side by side waits here instead of inside the driver, which will stop keeping such a queue.
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
