import { useState } from 'react'
import { newId, useSend } from './use-send.ts'

/**
 * A form that sends its fields to a route under an id of its own, made when it opens, so that sending twice is one write.
 * @param also what else begins anew when it opens, such as the files chosen.
 */
export function useOrder(path: string, also?: () => void) {
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  return {
    id,
    sending,
    problem,
    open: (): void => {
      setId(newId())
      also?.()
      clear()
    },
    /** Sends the fields with the id; true when they were taken. */
    post: async (body: object): Promise<boolean> => (await send(path, { id, ...body })) !== null,
  }
}
