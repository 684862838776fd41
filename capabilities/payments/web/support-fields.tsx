import type { ReactNode } from 'react'
import { basisPointsText } from '@jincun/kernel'
import { Field, formatYuan, Notice, useText } from '@jincun/ui'
import type { SupportTerms } from '../index.ts'
import { requestMessages } from './request-messages.ts'

type Given = Readonly<Record<string, string>>

function LoanFields({ terms, given }: { terms: Extract<SupportTerms, { mode: 'loan-interest-subsidy' }>; given: Given }): ReactNode {
  const t = useText(requestMessages)
  const cap = formatYuan(BigInt(terms.capFen))
  return (
    <fieldset className="request-part">
      <h3>{t('loanTitle')}</h3>
      <p className="quiet">{t('terms', { share: `${basisPointsText(terms.subsidisedBasisPoints)}%`, cap })}</p>
      <Field name="loanNumber" label={t('loanNumber')} defaultValue={given.loanNumber} required />
      <Field name="lenderName" label={t('lenderName')} defaultValue={given.lenderName} required />
      <Field name="lenderCode" label={t('lenderCode')} defaultValue={given.lenderCode} required />
      <Field name="principal" label={t('principal')} inputMode="decimal" defaultValue={given.principal} required />
      <Field name="rate" label={t('rate')} hint={t('rateHint')} inputMode="decimal" defaultValue={given.rate} required />
      <Field name="interestFrom" type="date" label={t('interestFrom')} defaultValue={given.interestFrom} required />
      <Field name="interestUntil" type="date" label={t('interestUntil')} defaultValue={given.interestUntil} required />
    </fieldset>
  )
}

function RewardFields({ terms, given }: { terms: Extract<SupportTerms, { mode: 'reward-in-lieu' }>; given: Given }): ReactNode {
  const t = useText(requestMessages)
  const { result, unit, standardFen, ratioBasisPoints, capFen } = terms
  return (
    <fieldset className="request-part">
      <h3>{t('rewardTitle')}</h3>
      <p className="quiet">{t('measuredOf', { result, unit, standard: formatYuan(BigInt(standardFen)) })}</p>
      <p className="quiet">{t('termsReward', { share: `${basisPointsText(ratioBasisPoints)}%`, cap: formatYuan(BigInt(capFen)) })}</p>
      <Field name="measured" label={t('measured', { unit })} inputMode="numeric" defaultValue={given.measured} required />
      <Field name="investment" label={t('investment')} inputMode="decimal" defaultValue={given.investment} required />
    </fieldset>
  )
}

/** The facts a support mode asks for (3.0), with the agreed terms beside them; nothing for a purchase at the contract's price. */
export function SupportFields({ mode, terms, given }: { mode: string; terms: SupportTerms | null; given: Given }): ReactNode {
  const t = useText(requestMessages)
  if (mode !== 'loan-interest-subsidy' && mode !== 'reward-in-lieu') return null
  if (terms?.mode !== mode) return <Notice tone="must">{t('noTerms')}</Notice>
  return terms.mode === 'reward-in-lieu' ? <RewardFields terms={terms} given={given} /> : <LoanFields terms={terms} given={given} />
}
