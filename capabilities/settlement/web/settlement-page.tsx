import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  FigureRow,
  FigureWithSource,
  formatInstant,
  formatWanYuan,
  Link,
  Loaded,
  newId,
  Notice,
  StateTag,
  useApi,
  useBilingual,
  useMay,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConfirmButton, ConsolePage, Section } from '@jincun/ui/console'
import { rankedListStateLabels } from '@jincun/reviews'
import { AdvanceByNumber, PostedEntries, SettlementToPost } from './allot-orders.tsx'
import { allotmentMessages } from './allotment-messages.ts'
import { AdvanceForm, ApprovalForm, ReviewForm } from './decide-forms.tsx'
import { messages } from './messages.ts'
import type { SettlementRow, SettlementView } from './view.ts'
import './settlement.css'

const wan = (fen: string): string => formatWanYuan(BigInt(fen))
const tones: Record<SettlementRow['listState'], Tone> = { draft: 'info', submitted: 'met', forfeited: 'must', reopened: 'should' }

function RowActions({ year, row }: { year: number; row: SettlementRow }): ReactNode {
  if (!row.mayDecide || row.settled) return null
  return (
    <span className="settlement-actions screen-only">
      {row.listState === 'submitted' ? <ReviewForm year={year} row={row} /> : null}
      {row.listState === 'submitted' && row.review && !row.published ? <ApprovalForm year={year} row={row} /> : null}
      <AdvanceForm year={year} row={row} />
    </span>
  )
}

/** What nobody has entered or decided yet is not shown as zero: an advance without an entry, money of a number that is still open. */
const isKnown = (row: SettlementRow, key: 'advance' | 'due' | 'makeUp' | 'giveBack'): boolean =>
  row.settled || (key === 'advance' ? row.advances.length > 0 : row.approval !== null || row.listState === 'forfeited')

type MoneyKey = 'advance' | 'due' | 'makeUp' | 'giveBack'

const moneyColumn = (t: (key: MoneyKey) => string, key: MoneyKey) => ({
  key,
  title: t(key),
  fen: (row: SettlementRow) => (isKnown(row, key) ? BigInt(row.line[key]) : null),
  unit: 'wan' as const,
})

/** The steps the centre takes; no column where there is none. */
const actionColumn = (title: string, { rows, year }: SettlementView) =>
  rows.some(row => row.mayDecide) ? [{ key: 'action', title, cell: (row: SettlementRow) => <RowActions year={year} row={row} /> }] : []

function Table({ view }: { view: SettlementView }): ReactNode {
  const t = useText(messages)
  const ofAllotments = useText(allotmentMessages)
  const inLanguage = useBilingual()
  const { year, rows, asOf } = view
  return (
    <DataTable
      caption={`${t('table')}（${t('inWan')}）`}
      rows={rows}
      rowKey={row => row.provinceCode}
      asOf={asOf}
      empty={t('noScope')}
      columns={[
        {
          key: 'province',
          title: t('province'),
          value: row => row.provinceName,
          cell: row => <Link href={`/ranked-lists/${year}/${row.provinceCode}`}>{row.provinceName}</Link>,
        },
        {
          key: 'list',
          title: t('list'),
          value: row => inLanguage(rankedListStateLabels[row.listState]),
          cell: row => <StateTag tone={tones[row.listState]}>{inLanguage(rankedListStateLabels[row.listState])}</StateTag>,
        },
        {
          key: 'listed',
          title: t('listed'),
          numeric: true,
          value: row => (row.listState === 'submitted' ? row.listed : null),
          cell: row => (row.listState === 'submitted' ? row.listed : '—'),
        },
        { key: 'provisional', title: t('provisional'), numeric: true, value: row => row.provisional },
        {
          key: 'score',
          title: t('planScore'),
          numeric: true,
          value: row => row.review?.score ?? null,
          cell: row => row.review?.score ?? '—',
        },
        {
          key: 'approved',
          title: t('approved'),
          numeric: true,
          value: row => row.approval?.approved ?? null,
          cell: row => row.approval?.approved ?? '—',
        },
        { key: 'incentive', title: t('incentive'), numeric: true, value: row => row.line.incentive },
        ...(['advance', 'due', 'makeUp', 'giveBack'] as const).map(key => moneyColumn(t, key)),
        {
          key: 'posted',
          title: ofAllotments('posted'),
          value: row => row.posted.map(each => each.document).join('、'),
          cell: row => <PostedEntries row={row} waits={view.toPost.some(each => each.provinceCode === row.provinceCode)} />,
        },
        ...actionColumn(t('action'), view),
      ]}
    />
  )
}

function Totals({ view }: { view: SettlementView }): ReactNode {
  const t = useText(messages)
  const { total, asOf, year } = view
  const values = { advance: wan(total.advance), makeUp: wan(total.makeUp), giveBack: wan(total.giveBack), due: wan(total.due) }
  return (
    <>
      <FigureRow>
        <FigureWithSource
          label={t('standard')}
          value={wan(view.standard)}
          unit={t('wan')}
          source={t('source')}
          asOf={asOf}
          clause={`notice-${year}/5.4`}
          rowsHref={`/rules/${year}`}
        />
        <FigureWithSource
          label={t('counties')}
          value={total.counties}
          source={t('table')}
          asOf={asOf}
          coverage={`${view.rows.length}/31`}
          rowsHref="#settlement-table"
        />
        <FigureWithSource
          label={t('makeUp')}
          value={values.makeUp}
          unit={t('wan')}
          source={t('table')}
          asOf={asOf}
          coverage={`${view.rows.length}/31`}
          rowsHref="#settlement-table"
        />
        <FigureWithSource
          label={t('giveBack')}
          value={values.giveBack}
          unit={t('wan')}
          source={t('table')}
          asOf={asOf}
          coverage={`${view.rows.length}/31`}
          rowsHref="#settlement-table"
        />
      </FigureRow>
      <p className="number">
        {t(view.settledAt ? 'total' : 'asDecidedNow')}：{t('conserved', values)}
      </p>
    </>
  )
}

function SettleStep({ view }: { view: SettlementView }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const assumed = view.standardOrigin === 'house'
  const [accepts, setAccepts] = useState(false)
  const waiting = view.rows.filter(row => row.listState === 'submitted' && !row.approval).length
  return (
    <ConfirmButton
      kind="primary"
      label={t('settle')}
      title={t('settleQuestion', { year: view.year })}
      consequences={
        <>
          <p>{t('settleEffect')}</p>
          {assumed ? (
            <label className="settlement-accept">
              <input type="checkbox" checked={accepts} onChange={event => setAccepts(event.target.checked)} />
              <span>{t('accept', { standard: wan(view.standard) })}</span>
            </label>
          ) : null}
        </>
      }
      disabled={waiting > 0}
      disabledReason={t('waiting', { n: waiting })}
      onConfirm={() => send(`/api/settlement/${view.year}/settlements`, { id, acceptsAssumedStandard: accepts })}
      problem={problem}
    />
  )
}

/** From plan scores to the money: the centre decides, a province reads its own line. */
export default function SettlementPage(): ReactNode {
  const t = useText(messages)
  const year = usePathPart('year')
  const centre = useMay()('settlement.decide')
  const query = useApi<SettlementView>(`/api/settlement/${year}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title', { year })}
          lead={t(centre ? 'lead' : 'leadProvince')}
          asOf={view.asOf}
          actions={
            centre && !view.settledAt ? (
              <>
                <AdvanceByNumber year={view.year} />
                <SettleStep view={view} />
              </>
            ) : null
          }
        >
          {view.settledAt ? <Notice tone="met">{t('settledNotice', { when: formatInstant(view.settledAt) })}</Notice> : null}
          <SettlementToPost view={view} decides={centre} />
          {view.standardOrigin === 'house' ? <Notice tone="should">{t('assumed')}</Notice> : null}
          <Totals view={view} />
          <div id="settlement-table">
            <Section title={t('table')}>
              <Table view={view} />
            </Section>
          </div>
        </ConsolePage>
      )}
    </Loaded>
  )
}
