import { useState } from 'react'
import { newId } from '@jincun/ui'

/** Keys for rows of a form that have no id of their own, so that removing one keeps the others as they are. */
export function useRowKeys(count: number): { keys: string[]; add: () => void; removeAt: (index: number) => void } {
  const [keys, setKeys] = useState<string[]>(() => Array.from({ length: count }, newId))
  return {
    keys,
    add: () => setKeys(before => [...before, newId()]),
    removeAt: index => setKeys(before => before.filter((_, place) => place !== index)),
  }
}
