import type { ReactNode } from 'react'
import { Select, useBilingual, useText } from '@jincun/ui'
import { roles } from '../role.ts'
import { messages } from './administration-messages.ts'
import { PlaceField } from './place-field.tsx'

/** A role and the place it is held for: fields `role` and `placeCode`. */
export function GrantFields({ errorOf, at }: { errorOf: (field: string) => string | undefined; at: string }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const choices = Object.entries(roles).map(([value, title]) => ({ value, label: inLanguage(title) }))
  return (
    <>
      <Select label={t('role')} name="role" choices={choices} error={errorOf(`${at}.role`)} />
      <PlaceField label={t('jurisdiction')} error={errorOf(`${at}.placeCode`) ?? errorOf(at)} />
    </>
  )
}
