import type { ReactNode } from 'react'
import { Field, formatWanYuan, Link, Notice, useText, useOrder } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { allotmentMessages } from './allotment-messages.ts'
import type { SettlementRow, SettlementView } from './view.ts'

/** Number and day of the document by which money goes down. */
export function DocumentFields(): ReactNode {
  const t = useText(allotmentMessages)
  return (
    <>
      <Field name="document" label={t('document')} required />
      <Field name="allottedOn" type="date" label={t('allottedOn')} required />
    </>
  )
}

export const documentOf = (fields: Record<string, string>) => ({ document: fields.document ?? '', allottedOn: fields.allottedOn ?? '' })

/** 多退少补 into the ledger (5.4): one document for every province that is not posted yet. */
function PostSettlement({ view }: { view: SettlementView }): ReactNode {
  const t = useText(allotmentMessages)
  const order = useOrder(`/api/settlement/${view.year}/final-allotments`)
  const ready = new Set(view.toPost.filter(({ short }) => short === '0').map(({ provinceCode }) => provinceCode))
  const due = view.rows.filter(row => ready.has(row.provinceCode))
  const up = due.filter(row => row.line.makeUp !== '0').length
  return (
    <FormDrawer
      kind="primary"
      title={t('post')}
      submitLabel={t('post')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post(documentOf(fields))}
    >
      <p>{t('postLead', { up, back: due.length - up })}</p>
      <DocumentFields />
    </FormDrawer>
  )
}

/** The advance by the published provisional numbers (5.1). */
export function AdvanceByNumber({ year }: { year: number }): ReactNode {
  const t = useText(allotmentMessages)
  const order = useOrder(`/api/settlement/${year}/provisional-advances`)
  return (
    <FormDrawer
      title={t('byNumber')}
      submitLabel={t('byNumber')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post({ ...documentOf(fields), perCountyYuan: fields.perCounty ?? '' })}
    >
      <p>{t('byNumberLead')}</p>
      <Field name="perCounty" label={t('perCounty')} inputMode="decimal" required />
      <DocumentFields />
    </FormDrawer>
  )
}

/** What is still to be posted, and the order that does it. */
export function SettlementToPost({ view, decides }: { view: SettlementView; decides: boolean }): ReactNode {
  const t = useText(allotmentMessages)
  if (view.toPost.length === 0) return null
  const nameOf = (code: string): string => view.rows.find(row => row.provinceCode === code)?.provinceName ?? code
  const blocked = view.toPost.filter(({ short }) => short !== '0')
  return (
    <Notice tone="should">
      <p>{t('toPost', { n: view.toPost.length })}</p>
      {blocked.map(({ provinceCode, short }) => (
        <p key={provinceCode}>
          {t('short', { province: nameOf(provinceCode), wan: formatWanYuan(BigInt(short)) })}{' '}
          <Link href="/ledger/allotments">{t('toLedger')}</Link>
        </p>
      ))}
      {decides && blocked.length < view.toPost.length ? <PostSettlement view={view} /> : null}
    </Notice>
  )
}

/** The entries in the ledger that follow from a province's advance and settlement. */
export function PostedEntries({ row, waits }: { row: SettlementRow; waits: boolean }): ReactNode {
  const t = useText(allotmentMessages)
  if (row.posted.length === 0 && !waits) return '—'
  return (
    <>
      {row.posted.map(each => (
        <div key={each.movement}>
          <Link href={`/ledger/movement/${each.movement}`}>
            {t(each.kind === 'settlement' ? 'postedSettlement' : 'postedAdvance')} {each.document}
          </Link>
        </div>
      ))}
      {waits ? <span className="quiet">{t('notPosted')}</span> : null}
    </>
  )
}
