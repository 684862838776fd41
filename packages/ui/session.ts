import { useEffect, useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useApi } from './api/use-api.ts'
import type { Problem } from './api/problem.ts'

export type Realm = 'demo' | 'live'
/** A role held for a place; '000000' is the nation. */
export type Grant = { role: string; placeCode: string }
export type SessionPerson = { id: string; name: string; organisation: string; realm: Realm; grants: readonly Grant[] }

/** Answer of GET /api/session; `person` is null for the public. */
export type Session = {
  person: SessionPerson | null
  actions: readonly string[]
  installation: { realm: Realm; now: string }
}

export const useSession = (): UseQueryResult<Session, Problem> => useApi<Session>('/api/session')

/** Whether the person may take an action; false while unknown, so nothing forbidden flashes up. */
export const useMay = (): ((action: string | undefined) => boolean) => {
  const actions = useSession().data?.actions ?? []
  return action => action === undefined || actions.includes(action)
}

/** An instant of this machine's clock (milliseconds) by the server's, as ISO; null while that is unknown or for no instant (0). */
export function useServerTime(local: number): string | null {
  const session = useSession()
  const server = session.data?.installation.now
  return server && local > 0 ? new Date(local + Date.parse(server) - session.dataUpdatedAt).toISOString() : null
}

const minute = 60_000

/** The server's clock, told on by this machine's; deadlines never follow a wrongly set computer. */
export function useNow(): Date {
  const session = useSession()
  const [local, setLocal] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  const server = session.data?.installation.now
  const lead = server ? Date.parse(server) - session.dataUpdatedAt : 0
  return new Date(local + lead)
}
