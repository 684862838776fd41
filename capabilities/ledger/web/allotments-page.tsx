import type { ReactNode } from 'react'
import { DataTable, Field, Link, Loaded, Select, useApi, useBilingual, useMay, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { moveKinds } from '../index.ts'
import type { MoveKind } from '../index.ts'
import { messages } from './messages.ts'
import { paperOf, PaperFields } from './paper-fields.tsx'
import { useOrder } from './use-order.ts'
import type { EntryView } from './view.ts'

type Row = EntryView & { placeName: string; kind: MoveKind }
type Allotments = { asOf: string; rows: Row[] }

function AllotForm({ level }: { level: 'provinces' | 'counties' }): ReactNode {
  const t = useText(messages)
  const order = useOrder()
  return (
    <FormDrawer
      kind="primary"
      title={t('allot')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.onOpen}
      onSubmit={fields =>
        order.post(`/api/ledger/${level}/${fields.place}/allotments`, {
          ...paperOf(fields),
          amountYuan: fields.amount ?? '',
          direction: fields.direction,
        })
      }
    >
      <Field name="place" label={t('allotTo')} inputMode="numeric" pattern="\d{6}" required />
      <Select
        name="direction"
        label={t('direction')}
        choices={[
          { value: 'allot', label: t('forward') },
          { value: 'give-back', label: t('back') },
        ]}
      />
      <PaperFields />
    </FormDrawer>
  )
}

function ContributeForm(): ReactNode {
  const t = useText(messages)
  const order = useOrder()
  return (
    <FormDrawer
      title={t('contribute')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.onOpen}
      onSubmit={fields =>
        order.post(`/api/ledger/counties/${fields.place}/contributions`, {
          ...paperOf(fields),
          amountYuan: fields.amount ?? '',
          source: fields.source,
        })
      }
    >
      <Field name="place" label={t('contributeTo')} inputMode="numeric" pattern="\d{6}" required />
      <Select
        name="source"
        label={t('origin')}
        choices={[
          { value: 'local', label: t('local') },
          { value: 'enterprise', label: t('enterprise') },
        ]}
      />
      <PaperFields />
    </FormDrawer>
  )
}

/** Money that came to the places in one's charge, and the forms to record more. */
export default function AllotmentsPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const may = useMay()
  const query = useApi<Allotments>('/api/ledger/allotments')
  const actions = (
    <>
      {may('ledger.allot-to-province') ? <AllotForm level="provinces" /> : null}
      {may('ledger.allot-to-county') ? <AllotForm level="counties" /> : null}
      {may('ledger.contribute') ? <ContributeForm /> : null}
    </>
  )
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('allotments')} lead={t('allotmentsLead')} asOf={view.asOf} source={t('source')}>
          <Section title={t('allotments')} actions={actions}>
            <DataTable
              caption={t('allotments')}
              rows={view.rows}
              asOf={view.asOf}
              empty={t('none')}
              rowKey={row => row.id}
              columns={[
                { key: 'day', title: t('day'), value: row => row.businessDate },
                {
                  key: 'place',
                  title: t('place'),
                  value: row => row.placeName,
                  cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link>,
                },
                {
                  key: 'what',
                  title: t('what'),
                  value: row => inLanguage(moveKinds[row.kind]),
                  cell: row => <Link href={`/ledger/movement/${row.movement}`}>{inLanguage(moveKinds[row.kind])}</Link>,
                },
                {
                  key: 'amount',
                  title: `${t('amount').replace(/（.*/, '')}（${t('wan')}）`,
                  fen: row => BigInt(row.amount),
                  unit: 'wan',
                },
                { key: 'document', title: t('document'), value: row => row.document },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
