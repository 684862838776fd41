import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  Field,
  formatInstant,
  formatYuan,
  Loaded,
  newId,
  Notice,
  useApi,
  useMay,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { basisPointsOf, basisPointsText, fenFromYuanText } from '@jincun/kernel'
import type { SupportTerms } from '../index.ts'
import './payments.css'
import { requestMessages } from './request-messages.ts'
import { termsMessages } from './terms-messages.ts'

type Version = { id: string; number: number; terms: SupportTerms; document: string; byName: string; at: string }
type Row = {
  contract: { id: string; number: string; title: string; party: string; amountFen: string }
  modes: string[]
  versions: Version[]
}
type View = { asOf: string; rows: Row[] }

const reckoned = ['loan-interest-subsidy', 'reward-in-lieu'] as const
type Mode = (typeof reckoned)[number]
const modeOf = ({ modes }: Row): Mode | undefined => reckoned.find(mode => modes.includes(mode))

/** The terms as the route takes them, or null when a number cannot be read. */
function termsOf(mode: Mode, fields: Record<string, string>): SupportTerms | null {
  const fen = (name: string): string | null => fenFromYuanText(fields[name] ?? '')?.toString() ?? null
  const [share, capFen, standardFen] = [basisPointsOf(fields.share ?? ''), fen('cap'), fen('standard')]
  if (share === null || capFen === null) return null
  if (mode === 'loan-interest-subsidy') return { mode, subsidisedBasisPoints: share, capFen }
  if (standardFen === null) return null
  return { mode, result: fields.result ?? '', unit: fields.unit ?? '', standardFen, ratioBasisPoints: share, capFen }
}

function Fields({ mode }: { mode: Mode }): ReactNode {
  const t = useText(termsMessages)
  const reward = mode === 'reward-in-lieu'
  return (
    <>
      {reward ? (
        <>
          <Field name="result" label={t('result')} hint={t('resultHint')} required />
          <Field name="unit" label={t('unit')} required />
          <Field name="standard" label={t('standard')} inputMode="decimal" required />
        </>
      ) : null}
      <Field name="share" label={t(reward ? 'ratio' : 'share')} inputMode="decimal" required />
      <Field name="cap" label={t('cap')} inputMode="decimal" required />
      <Field name="document" label={t('document')} required />
    </>
  )
}

function SetTerms({ county, row, mode }: { county: string; row: Row; mode: Mode }): ReactNode {
  const t = useText(termsMessages)
  const r = useText(requestMessages)
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const [unreadable, setUnreadable] = useState(false)
  const open = () => {
    setId(newId())
    setUnreadable(false)
    clear()
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const terms = termsOf(mode, fields)
    setUnreadable(terms === null)
    const body = { id, contractId: row.contract.id, terms, document: fields.document ?? '' }
    return terms !== null && (await send(`/api/payments/terms/${county}`, body)) !== null
  }
  return (
    <FormDrawer kind="link" title={t('set')} submitLabel={t('set')} sending={sending} problem={problem} onOpen={open} onSubmit={submit}>
      <p>{`${row.contract.number} ${row.contract.title}`}</p>
      <p className="quiet">{t('setLead', { amount: formatYuan(BigInt(row.contract.amountFen)) })}</p>
      <Fields mode={mode} />
      {unreadable ? <Notice tone="must">{r('unreadable')}</Notice> : null}
    </FormDrawer>
  )
}

function Terms({ row }: { row: Row }): ReactNode {
  const t = useText(termsMessages)
  const r = useText(requestMessages)
  if (!modeOf(row)) return t('byPrice')
  if (row.versions.length === 0) return t('noTerms')
  return row.versions.map(({ id, number, terms, document, byName, at }) => (
    <div key={id} className="cell-stack">
      <p>
        {t('version', { n: number })}{' '}
        {terms.mode === 'reward-in-lieu'
          ? `${r('measuredOf', { result: terms.result, unit: terms.unit, standard: formatYuan(BigInt(terms.standardFen)) })} ${r('termsReward', { share: `${basisPointsText(terms.ratioBasisPoints)}%`, cap: formatYuan(BigInt(terms.capFen)) })}`
          : r('terms', { share: `${basisPointsText(terms.subsidisedBasisPoints)}%`, cap: formatYuan(BigInt(terms.capFen)) })}
      </p>
      <p className="quiet">{`${document} ${byName} ${formatInstant(at)}`}</p>
    </div>
  ))
}

function Modes({ row }: { row: Row }): ReactNode {
  const r = useText(requestMessages)
  const words = (['loan-interest-subsidy', 'service-purchase', 'reward-in-lieu'] as const).filter(mode => row.modes.includes(mode))
  return words.map(mode => r(mode)).join('、') || r('otherMode')
}

/** Contracts of a county with their support modes, and the terms by which interest is subsidised or results rewarded (3.0). */
export default function TermsPage(): ReactNode {
  const t = useText(termsMessages)
  const r = useText(requestMessages)
  const may = useMay()
  const county = usePathPart('county')
  const query = useApi<View>(`/api/payments/terms/${county}`)
  const sets = may('payments.set-terms')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('title')} lead={t('lead')} asOf={view.asOf} source={t('source')}>
          <Section title={t('contracts')}>
            <DataTable
              caption={t('contracts')}
              rows={view.rows}
              asOf={view.asOf}
              empty={t('none')}
              rowKey={row => row.contract.id}
              columns={[
                { key: 'contract', title: t('contract'), value: row => `${row.contract.number} ${row.contract.title}` },
                { key: 'party', title: t('party'), value: row => row.contract.party },
                { key: 'amount', title: t('amount'), fen: row => BigInt(row.contract.amountFen), unit: 'yuan' },
                { key: 'mode', title: r('mode'), cell: row => <Modes row={row} /> },
                { key: 'terms', title: t('terms'), cell: row => <Terms row={row} /> },
                {
                  key: 'set',
                  title: t('set'),
                  cell: row => {
                    const mode = modeOf(row)
                    return mode && sets ? <SetTerms county={county} row={row} mode={mode} /> : '—'
                  },
                },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
