import { daysBetween } from '@jincun/kernel'
import type { ReactNode } from 'react'
import { StateTag, useText } from '@jincun/ui'
import type { Contract } from '../index.ts'
import { contractMessages } from './messages-contract.ts'

/** When the guarantee of a contract ends, with the days left; loud once it is over while the contract still runs. */
export function GuaranteeEnd({ contract, today }: { contract: Pick<Contract, 'guarantee' | 'state'>; today: string }): ReactNode {
  const t = useText(contractMessages)
  const { guarantee, state } = contract
  if (!guarantee) return t('noGuarantee')
  const left = daysBetween(today, guarantee.expiresOn)
  if (state !== 'signed') return guarantee.expiresOn
  return (
    <>
      {guarantee.expiresOn}{' '}
      {left < 0 ? (
        <StateTag tone="must">{t('expired', { n: -left })}</StateTag>
      ) : (
        <span className="quiet">{t('daysLeft', { n: left })}</span>
      )}
    </>
  )
}
