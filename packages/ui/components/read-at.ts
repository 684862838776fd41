import { createContext } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useServerTime } from '../session.ts'

/** As of when what is on screen was read, for tables that are told nothing nearer; null where the page's head says it. */
export const ReadAt = createContext<string | null>(null)

const ownTime = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'asOf' in answer && typeof answer.asOf === 'string' ? answer.asOf : null

/** The time an answer gives itself, else when it was read by the server's clock (ISO). */
export function useReadAt({ data, dataUpdatedAt }: Pick<UseQueryResult<unknown>, 'data' | 'dataUpdatedAt'>): string | null {
  const read = useServerTime(dataUpdatedAt)
  return ownTime(data) ?? read
}
