import { useState } from 'react'
import { newId, useSend } from '@jincun/ui'

/** One drawer that sends its fields to a route; its id is made when it opens, so sending twice is one write. */
export function useOrder(path: string) {
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  return {
    sending,
    problem,
    open: () => {
      setId(newId())
      clear()
    },
    post: async (body: object) => (await send(path, { id, ...body })) !== null,
  }
}
