import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import { messages } from './administration-messages.ts'

/** A place by its code; the nation by its name. */
export function PlaceName({ code }: { code: string }): ReactNode {
  const t = useText(messages)
  return code === '000000' ? t('nation') : <span className="number">{code}</span>
}
