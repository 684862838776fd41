import type { ReactNode } from 'react'
import { DataTable, formatWanYuan, Link, Loaded, useApi, useText, useOrder } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { DocumentFields, documentOf } from './allot-orders.tsx'
import { allotmentMessages } from './allotment-messages.ts'
import { finalPath } from './view.ts'
import type { CountyAllotments, FinalView } from './view.ts'

function AllotToCounties({ path, money }: { path: string; money: CountyAllotments }): ReactNode {
  const t = useText(allotmentMessages)
  const order = useOrder(path)
  const lacking = money.counties.filter(county => county.movements.length === 0 && county.remainder !== '0')
  if (lacking.length === 0) return <p>{t('allDone')}</p>
  const sum = lacking.reduce((total, county) => total + BigInt(county.remainder), 0n)
  return (
    <FormDrawer
      kind="primary"
      title={t('allot')}
      submitLabel={t('allot')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post(documentOf(fields))}
    >
      <p>{t('allotLead', { n: lacking.length, wan: formatWanYuan(sum) })}</p>
      <DocumentFields />
    </FormDrawer>
  )
}

function CountyTable({ money }: { money: CountyAllotments }): ReactNode {
  const t = useText(allotmentMessages)
  const amount = (key: 'due' | 'received' | 'remainder') => ({
    key,
    title: `${t(key)}（${t('inWan')}）`,
    fen: (row: CountyAllotments['counties'][number]) => BigInt(row[key]),
    unit: 'wan' as const,
  })
  return (
    <DataTable
      name="allotted-"
      caption={t('counties')}
      rows={money.counties}
      asOf={money.asOf}
      rowKey={row => row.countyCode}
      columns={[
        {
          key: 'county',
          title: t('county'),
          value: row => row.name,
          cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.name}</Link>,
        },
        amount('due'),
        amount('received'),
        amount('remainder'),
        {
          key: 'entries',
          title: t('entries'),
          value: row => row.movements.map(each => each.document).join('、'),
          cell: row =>
            row.movements.length === 0
              ? '—'
              : row.movements.map(each => (
                  <Link key={each.movement} href={`/ledger/movement/${each.movement}`}>
                    {each.document}
                  </Link>
                )),
        },
      ]}
    />
  )
}

/** 下达到县 (5.6): from the published final list to the counties' books. */
export function CountyAllotmentsSection({ view }: { view: FinalView }): ReactNode {
  const t = useText(allotmentMessages)
  const path = `${finalPath(view)}/allotments`
  const query = useApi<CountyAllotments>(view.state === 'published' ? path : null)
  if (view.state !== 'published') return null
  return (
    <Loaded query={query}>
      {money => (
        <Section title={t('counties')} actions={money.ready && money.mayAllot ? <AllotToCounties path={path} money={money} /> : null}>
          <p className="quiet">{t(money.ready ? 'countiesLead' : 'countiesWait')}</p>
          {money.ready ? <CountyTable money={money} /> : null}
        </Section>
      )}
    </Loaded>
  )
}
