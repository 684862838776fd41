import type { ReactNode } from 'react'
import { useApi, useText } from '@jincun/ui'
import { messages } from './administration-messages.ts'

type Provinces = { provinces: readonly { code: string; name: string }[] }

/** Lists name the province of a county and its code; one place by itself is asked for by name. */
export function PlaceName({ code, whole = false }: { code: string; whole?: boolean }): ReactNode {
  const t = useText(messages)
  const provinces = useApi<Provinces>(code === '000000' ? null : '/api/places/provinces').data?.provinces
  const place = useApi<{ fullName: string }>(whole && !code.endsWith('0000') ? `/api/places/${code}` : null).data
  if (code === '000000') return t('nation')
  const province = provinces?.find(one => one.code.slice(0, 2) === code.slice(0, 2))?.name
  if (code.endsWith('0000')) return province ?? code
  return (
    place?.fullName ?? (
      <>
        {province} <span className="number">{code}</span>
      </>
    )
  )
}
