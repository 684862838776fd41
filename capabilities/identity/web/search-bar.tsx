import type { ReactNode } from 'react'
import { Input } from 'antd'
import { Notice, useAddressState, useText } from '@jincun/ui'
import { messages } from './administration-messages.ts'

/** The server answers at most this many. */
const most = 500

/** The word looked for, kept in the address, and a warning when there is more than the list can show. */
export function SearchBar({ shown }: { shown: number }): ReactNode {
  const t = useText(messages)
  const [search, setSearch] = useAddressState('search')
  return (
    <>
      <Input.Search
        className="administration-search"
        aria-label={t('search')}
        placeholder={t('search')}
        enterButton={t('searchButton')}
        allowClear
        defaultValue={search}
        onSearch={setSearch}
      />
      {shown >= most ? <Notice tone="should">{t('tooMany')}</Notice> : null}
    </>
  )
}
