import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { uuidV7 } from '@jincun/kernel'
import { asProblem } from './problem.ts'
import type { Problem } from './problem.ts'
import { request } from './request.ts'

/** A fresh id made by the caller, so that a write sent twice is one write. Make it when the form opens, not when it is sent. */
export const newId = (): string => uuidV7(new Date(), crypto.getRandomValues(new Uint8Array(10)))

export type Send<Answer> = {
  /** Sends and gives the answer, or null when it was refused; `problem` then says why. */
  send: (path: string, body?: unknown) => Promise<Answer | null>
  sending: boolean
  problem: Problem | null
  clear: () => void
}

/** Writes. After success everything on screen is read again, so that no page shows what was before. */
export function useSend<Answer = unknown>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST'): Send<Answer> {
  const client = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (path: string, body?: unknown): Promise<Answer | null> => {
    setSending(true)
    setProblem(null)
    try {
      const answer = await request<Answer>(method, path, body)
      await client.invalidateQueries()
      return answer
    } catch (thrown) {
      setProblem(asProblem(thrown))
      return null
    } finally {
      setSending(false)
    }
  }
  return { send, sending, problem, clear: () => setProblem(null) }
}
