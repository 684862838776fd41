import type { ReactNode } from 'react'
import { Button, useText } from '@jincun/ui'
import { words } from './messages-common.ts'
import './projects.css'

type ItemRowsProps<T extends { id: string }> = {
  title: string
  /** Where a heading above says the same, the title is for screen readers only. */
  titled?: boolean
  /** What one of them is called, e.g. 公告. */
  what: string
  items: readonly T[]
  onChange: (items: T[]) => void
  make: (id: string) => T
  fields: (item: T, change: (part: Partial<T>) => void) => ReactNode
}

/** The first id of the form 'a1', 'a2' … that no item has: ids are stable over the life of an item. */
export function freeId(items: readonly { id: string }[], letter: string): string {
  const taken = new Set(items.map(({ id }) => id))
  let number = items.length + 1
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}

/** Several things of one kind in a form: each with its fields, one more, one less. */
export function ItemRows<T extends { id: string }>({
  title,
  titled = false,
  what,
  items,
  onChange,
  make,
  fields,
}: ItemRowsProps<T>): ReactNode {
  const t = useText(words)
  return (
    <fieldset className="item-rows">
      <legend className={titled ? 'visually-hidden' : undefined}>{title}</legend>
      {items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {items.map((item, index) => (
        <div key={item.id} className="item-row">
          <div className="item-row-head">
            <strong>{`${what} ${index + 1}`}</strong>
            <Button
              kind="quiet"
              aria-label={t('removeOne', { what: `${what} ${index + 1}` })}
              onClick={() => onChange(items.filter(each => each.id !== item.id))}
            >
              {t('remove')}
            </Button>
          </div>
          <div className="item-fields">
            {fields(item, part => onChange(items.map(each => (each.id === item.id ? { ...each, ...part } : each))))}
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...items, make(freeId(items, 'a'))])}>{t('add', { what })}</Button>
      </div>
    </fieldset>
  )
}
