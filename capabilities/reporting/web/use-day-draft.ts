import { useState } from 'react'
import { SheetOrder } from '../index.ts'
import { z } from 'zod'

const Orders = z.array(SheetOrder)

function read(key: string): SheetOrder[] {
  try {
    const found = Orders.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'))
    return found.success ? found.data : []
  } catch {
    return []
  }
}

/** Orders written down but not kept as a day yet: they outlive a reload and a phone that ends the page. */
export function useDayDraft(key: string): [SheetOrder[], (orders: SheetOrder[]) => void] {
  const [state, setState] = useState(() => ({ key, orders: read(key) }))
  const orders = state.key === key ? state.orders : read(key)
  if (state.key !== key) setState({ key, orders })
  const change = (next: SheetOrder[]): void => {
    localStorage.setItem(key, JSON.stringify(next))
    setState({ key, orders: next })
  }
  return [orders, change]
}
