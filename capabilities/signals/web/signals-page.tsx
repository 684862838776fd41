import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { useCounty } from '@jincun/reporting/web/parts'
import { Field, Loaded, Notice, Select, useAddressState, useApi, useOrder, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'
import { RulesTable, RunsTable } from './runs-and-rules.tsx'
import { SignalsTable } from './signals-table.tsx'
import type { RulesView, SignalsView } from './view.ts'
import './signals.css'

function LookForm({ county, onDone }: { county: string; onDone: () => void }): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/signals/${county}/runs`)
  const submit = async ({ from = '', to = '' }: Record<string, string>): Promise<boolean> => {
    const done = await order.post({ from, to })
    if (done) onDone()
    return done
  }
  return (
    <FormDrawer
      title={t('look')}
      submitLabel={t('lookNow')}
      kind="primary"
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={submit}
    >
      <p>{t('lookHint')}</p>
      <Field type="month" name="from" label={t('from')} required />
      <Field type="month" name="to" label={t('to')} required />
    </FormDrawer>
  )
}

const outcomes = ['open', 'confirmed', 'cleared'] as const

/** Where in the reported orders the file is worth opening, who looked, and how often each rule was right. */
export default function SignalsPage(): ReactNode {
  const t = useText(messages)
  const [county, choose] = useCounty()
  const [outcome, setOutcome] = useAddressState('outcome')
  const [page, setPage] = useAddressState('page', '1')
  const query = useApi<SignalsView>(county === '' ? null : `/api/signals/${county}`, { page, ...(outcome ? { outcome } : {}) })
  const rules = useApi<RulesView>('/api/signals/rules')
  const again = (): void => void Promise.all([query.refetch(), rules.refetch()])
  return (
    <ConsolePage title={t('signals')} lead={t('lead')} actions={query.data?.mayRun ? <LookForm county={county} onDone={again} /> : null}>
      <div className="signals-filters screen-only">
        <PlacePicker label={t('county')} value={county} levels={['county']} inForce="any" onChange={place => choose(place?.code ?? '')} />
        <Select
          label={t('outcome')}
          value={outcome}
          choices={[{ value: '', label: t('all') }, ...outcomes.map(each => ({ value: each, label: t(each) }))]}
          onChange={event => setOutcome(event.target.value)}
        />
      </div>
      {county === '' ? <Notice title={t('chooseCounty')} /> : null}
      {county === '' ? null : (
        <Loaded query={query}>
          {view => (
            <Loaded query={rules}>
              {known => (
                <SignalsTable county={county} view={view} rules={known} page={Number(page)} onPage={next => setPage(String(next))} />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
      {county === '' ? null : <Section title={t('runs')}>{query.data ? <RunsTable view={query.data} /> : null}</Section>}
      <Section title={t('rules')}>
        <p>{t('rulesLead')}</p>
        <Loaded query={rules}>{view => <RulesTable view={view} />}</Loaded>
      </Section>
    </ConsolePage>
  )
}
