import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, Loaded, newId, StateTag, TextArea, useApi, useBilingual, usePathPart, useSend, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { acceptanceStateLabels } from '../index.ts'
import type { Acceptance, Completeness } from '../index.ts'
import { messages } from './messages.ts'

type Row = { contract: { id: string; number: string; title: string }; completeness: Completeness; acceptance: Acceptance | null }

function RequestForm({ county, row }: { county: string; row: Row }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const [id] = useState(newId)
  return (
    <FormDrawer
      title={t('request')}
      submitLabel={t('request')}
      sending={sending}
      problem={problem}
      onSubmit={async fields =>
        (await send(`/api/acceptance/${county}/requests`, { id, contractId: row.contract.id, statement: fields.statement ?? '' })) !== null
      }
    >
      <TextArea name="statement" label={t('statement')} />
    </FormDrawer>
  )
}

/** A contractor's contracts: what data are on file, what is missing, and the request for acceptance. */
export default function OwnPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const county = usePathPart('county')
  const query = useApi<{ rows: Row[]; asOf: string }>(`/api/acceptance/${county}/own`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('own')} lead={t('lead')} asOf={view.asOf}>
          <Section title={t('own')}>
            <DataTable
              caption={t('own')}
              rows={view.rows}
              rowKey={row => row.contract.id}
              columns={[
                { key: 'contract', title: t('contract'), value: row => `${row.contract.number} ${row.contract.title}` },
                {
                  key: 'data',
                  title: t('complete', { present: '', required: '' }),
                  value: row => row.completeness.present,
                  cell: row => (
                    <>
                      {t('complete', { present: row.completeness.present, required: row.completeness.required })}
                      {row.completeness.missing.length > 0 ? (
                        <p className="quiet">
                          {t('missing', {
                            missing: row.completeness.missing
                              .slice(0, 4)
                              .map(each => `${each.month} ${inLanguage(each.term)}`)
                              .join('、'),
                          })}
                        </p>
                      ) : null}
                    </>
                  ),
                },
                {
                  key: 'state',
                  title: t('state'),
                  cell: row =>
                    row.acceptance ? (
                      <StateTag tone="info">{inLanguage(acceptanceStateLabels[row.acceptance.state])}</StateTag>
                    ) : (
                      <RequestForm county={county} row={row} />
                    ),
                },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
