import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { address, request } from './request.ts'
import type { Query } from './request.ts'
import type { Problem } from './problem.ts'

/** How often work under way is looked at again, in milliseconds. */
const lookAgain = 2_000

/**
 * Reads `GET path?query`. The former answer stays on screen while the next one is under way.
 * A `path` of null waits: nothing is asked yet. While `isUnderWay` says so of the answer it is asked again by itself.
 */
export function useApi<T>(
  path: string | null,
  query: Query = {},
  isUnderWay: (answer: T) => boolean = () => false,
): UseQueryResult<T, Problem> {
  const full = path === null ? null : address(path, query)
  return useQuery<T, Problem>({
    queryKey: [path, full],
    queryFn: () => request<T>('GET', full ?? ''),
    enabled: full !== null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? lookAgain : false),
  })
}
