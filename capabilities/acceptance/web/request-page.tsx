import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  Field,
  FindingList,
  Loaded,
  newId,
  Notice,
  StateTag,
  useApi,
  useBilingual,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { acceptanceStateLabels } from '../index.ts'
import { messages } from './messages.ts'
import { VisitForm } from './visit-form.tsx'
import type { RequestView } from './view.ts'

function Steps({ view, county }: { view: RequestView; county: string }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const [id] = useState(newId)
  const path = `/api/acceptance/${county}/requests/${view.acceptance.id}`
  return (
    <>
      {view.mayCheck && view.verbs.includes('check') ? (
        <ConfirmButton
          kind="primary"
          label={t('check')}
          title={t('checkAsk')}
          consequences={<p>{t('checkEffect')}</p>}
          onConfirm={() => send(`${path}/county-check`, {})}
          problem={problem}
        />
      ) : null}
      {view.mayDecide && view.verbs.includes('draw') ? (
        <FormDrawer
          kind="primary"
          title={t('draw')}
          submitLabel={t('draw')}
          sending={sending}
          problem={problem}
          onSubmit={async fields => (await send(`${path}/sample`, { id, seed: fields.seed ?? '' })) !== null}
        >
          <Field name="seed" label={t('seed')} required minLength={8} />
        </FormDrawer>
      ) : null}
      {view.mayDecide && view.verbs.includes('conclude') ? (
        <ConfirmButton
          kind="primary"
          label={t('conclude')}
          title={t('concludeAsk')}
          consequences={<p>{t('concludeEffect')}</p>}
          onConfirm={() => send(`${path}/result`, { id: newId() })}
          problem={problem}
        />
      ) : null}
    </>
  )
}

function Sites({ view, county }: { view: RequestView; county: string }): ReactNode {
  const t = useText(messages)
  const { sample } = view.acceptance
  const mayVisit = (siteId: string) =>
    (view.mayCheck && view.verbs.includes('check')) ||
    (view.mayVisit && sample !== null && [...sample.city, ...sample.province].includes(siteId))
  return (
    <DataTable
      name="sites-"
      caption={t('sites')}
      rows={view.sites}
      rowKey={row => row.site.id}
      columns={[
        { key: 'site', title: t('sites'), value: row => row.site.name },
        {
          key: 'visited',
          title: t('visited', { n: '' }),
          numeric: true,
          value: row => view.inspections.filter(each => each.siteId === row.site.id).length,
        },
        {
          key: 'visit',
          title: t('open'),
          cell: row => (mayVisit(row.site.id) ? <VisitForm view={view} county={county} entry={row} /> : '—'),
        },
      ]}
    />
  )
}

/** One acceptance: what is lacking, what was seen, and the next step. */
export default function RequestPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [county, id] = [usePathPart('county'), usePathPart('request')]
  const query = useApi<RequestView>(`/api/acceptance/${county}/requests/${id}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={view.contract.title} lead={t('lead')} asOf={view.asOf} actions={<Steps view={view} county={county} />}>
          <p>
            <StateTag tone={view.acceptance.state === 'accepted' ? 'met' : 'should'}>
              {inLanguage(acceptanceStateLabels[view.acceptance.state])}
            </StateTag>
          </p>
          {view.acceptance.sample ? (
            <Notice tone="info">
              {t('sample', {
                seed: view.acceptance.sample.seed,
                city: view.acceptance.sample.city.length,
                province: view.acceptance.sample.province.length,
              })}
            </Notice>
          ) : null}
          {view.acceptance.defects.length > 0 ? (
            <Notice tone="must" title={t('defects')}>
              {view.acceptance.defects.map(defect => (
                <p key={`${defect.siteId} ${defect.level}`}>{defect.found}</p>
              ))}
            </Notice>
          ) : null}
          <Section title={t('gate')}>
            <FindingList findings={view.gate} />
          </Section>
          <Section title={t('sites')}>
            <Sites view={view} county={county} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
