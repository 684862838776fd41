import type { ReactNode } from 'react'
import { DataTable, formatWanYuan, Loaded, Notice, PageHeader, useApi, usePathPart, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { SettlementAnswer, SettlementLine } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import { OriginLine } from './origin-line.tsx'
import './disclosure.css'

type Money = 'advance' | 'due' | 'makeUp' | 'giveBack'

/** A decimal text of 分 in 万元, every digit kept. */
const amount = (fen: string): string => formatWanYuan(BigInt(fen))

/** The money of a year as it was settled. */
export default function SettlementPage(): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const year = usePathPart('year')
  const query = useApi<SettlementAnswer>(`/api/public/settlement/${year}`)
  const money = (key: Money): Column<SettlementLine> => ({
    key,
    title: words(key),
    numeric: true,
    value: row => row[key],
    cell: row => amount(row[key]),
  })
  return (
    <div className="public-sections">
      <PageHeader title={words('settlementTitle', { year })} lead={words('settlementLead')} />
      <Loaded query={query}>
        {({ origin, lines, total, standard, standardOrigin }) => (
          <>
            <OriginLine origin={origin} />
            <p>{words('standard', { amount: amount(standard) })}</p>
            {standardOrigin === 'house' ? <Notice tone="should">{words('standardHouse')}</Notice> : null}
            <p>
              <strong>
                {words('sum', {
                  counties: total.counties,
                  due: amount(total.due),
                  makeUp: amount(total.makeUp),
                  giveBack: amount(total.giveBack),
                })}
              </strong>
            </p>
            <DataTable<SettlementLine>
              caption={words('settlementTitle', { year })}
              rows={lines}
              rowKey={row => row.provinceCode}
              columns={[
                { key: 'province', title: t('province'), value: row => row.provinceName },
                { key: 'approved', title: words('approved'), value: row => row.approved, numeric: true },
                { key: 'incentive', title: words('incentive'), value: row => row.incentive, numeric: true },
                { key: 'counted', title: words('counted'), value: row => row.counties, numeric: true },
                money('due'),
                money('advance'),
                money('makeUp'),
                money('giveBack'),
              ]}
            />
          </>
        )}
      </Loaded>
    </div>
  )
}
