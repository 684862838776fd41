import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, formatYuan, Link, Notice, Select, StateTag, useSession, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, Section, UploadWithErrors } from '@jincun/ui/console'
import { messages } from './messages.ts'

type Outcome = 'to-post' | 'posted-before' | 'to-bounce' | 'bounced-before' | 'amount-differs' | 'unknown' | 'ambiguous' | 'voucher-twice'
type Match = {
  line: { row: number; voucher: string; paidOn: string; payee: string; amount: string }
  outcome: Outcome
  requestId: string | null
  expected: string | null
}
type Answer = { asOf: string; matches: Match[]; notInFile: { id: string; payee: string; amount: string }[]; posted: number }

const words = {
  'to-post': 'toPost',
  'posted-before': 'postedBefore',
  'to-bounce': 'toBounce',
  'bounced-before': 'bouncedBefore',
  'amount-differs': 'amountDiffers',
  unknown: 'unknown',
  ambiguous: 'ambiguous',
  'voucher-twice': 'voucherTwice',
} as const
const tones: Record<Outcome, Tone> = {
  'to-post': 'met',
  'posted-before': 'info',
  'to-bounce': 'should',
  'bounced-before': 'info',
  'amount-differs': 'must',
  unknown: 'must',
  ambiguous: 'should',
  'voucher-twice': 'must',
}

function Matches({ answer }: { answer: Answer }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="matches-"
      caption={t('outcome')}
      rows={answer.matches}
      asOf={answer.asOf}
      rowKey={row => String(row.line.row)}
      columns={[
        { key: 'voucher', title: t('voucher'), value: row => row.line.voucher },
        { key: 'paidOn', title: t('paidOn'), value: row => row.line.paidOn },
        { key: 'payee', title: t('payee'), value: row => row.line.payee },
        {
          key: 'amount',
          title: t('amount'),
          fen: row => BigInt(row.line.amount),
          unit: 'yuan',
        },
        {
          key: 'expected',
          title: t('expected'),
          numeric: true,
          value: row => row.expected ?? '',
          cell: row => (row.expected ? formatYuan(BigInt(row.expected)) : '—'),
        },
        {
          key: 'outcome',
          title: t('outcome'),
          value: row => t(words[row.outcome]),
          cell: row => <StateTag tone={tones[row.outcome]}>{t(words[row.outcome])}</StateTag>,
        },
        {
          key: 'request',
          title: t('payments'),
          cell: row => (row.requestId ? <Link href={`/payments/${row.requestId}`}>{t('details')}</Link> : '—'),
        },
      ]}
    />
  )
}

function NotInFile({ answer }: { answer: Answer }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="missing-"
      caption={t('notInFile')}
      rows={answer.notInFile}
      asOf={answer.asOf}
      rowKey={row => row.id}
      columns={[
        { key: 'payee', title: t('payee'), value: row => row.payee, cell: row => <Link href={`/payments/${row.id}`}>{row.payee}</Link> },
        { key: 'amount', title: t('amount'), fen: row => BigInt(row.amount), unit: 'yuan' },
      ]}
    />
  )
}

/** The treasury's payment file against the requests: differences first, then what matches is posted. */
export default function TreasuryPage(): ReactNode {
  const t = useText(messages)
  const session = useSession()
  const [post, setPost] = useState<'0' | '1'>('0')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const county = session.data?.person?.grants.find(grant => grant.role === 'county-finance')?.placeCode ?? ''
  return (
    <ConsolePage title={t('treasury')} lead={t('treasuryLead')}>
      <Section title={t('treasury')}>
        <Select
          label={t('step')}
          value={post}
          onChange={event => setPost(event.target.value === '1' ? '1' : '0')}
          choices={[
            { value: '0', label: t('show') },
            { value: '1', label: t('post') },
          ]}
        />
        <UploadWithErrors<Answer>
          path={`/api/payments/treasury-files?countyCode=${county}&post=${post}`}
          accept=".csv,.xlsx"
          hint={t('treasuryLead')}
          onDone={setAnswer}
        />
      </Section>
      {answer ? (
        <Section title={t('outcome')}>
          {answer.posted > 0 ? <Notice tone="met">{t('postedCount', { n: answer.posted })}</Notice> : null}
          <Matches answer={answer} />
          <NotInFile answer={answer} />
        </Section>
      ) : null}
    </ConsolePage>
  )
}
