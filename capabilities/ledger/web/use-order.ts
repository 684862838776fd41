import { useState } from 'react'
import { newId, useSend } from '@jincun/ui'

/** A form whose id is made when it opens, so that sending twice is one write. */
export function useOrder() {
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  return {
    sending,
    problem,
    onOpen: () => {
      setId(newId())
      clear()
    },
    post: async (path: string, body: object) => (await send(path, { id, ...body })) !== null,
  }
}
