import type { ReactNode } from 'react'
import { ClauseLink, Loaded, PageHeader, useApi, usePathPart, useText } from '@jincun/ui'
import { resultMessages } from './messages.ts'
import { PublishedAllocation } from './published-allocation.tsx'
import type { PublishedSheet } from './published-allocation.tsx'

/** The published working sheet of a year, for everyone. */
export default function PublicAllocationPage(): ReactNode {
  const t = useText(resultMessages)
  const year = usePathPart('year')
  const query = useApi<PublishedSheet>(`/api/public/allocations/${year}`)
  return (
    <>
      <PageHeader title={t('publicTitle', { year })} lead={t('publicLead')} source={<ClauseLink clause="notice-2020/5.1" />} />
      <Loaded query={query}>{published => <PublishedAllocation published={published} />}</Loaded>
    </>
  )
}
