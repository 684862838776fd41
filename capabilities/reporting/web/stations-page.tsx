import type { ReactNode } from 'react'
import type { Bilingual } from '@jincun/policy'
import { DataTable, Field, Loaded, StateTag, TextArea, useApi, useBilingual, usePathPart, useSend, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer } from '@jincun/ui/console'
import type { Station } from '../index.ts'
import { dutyWords } from './duty-messages.ts'
import './reporting.css'

type SiteRow = { siteId: string; name: string; kind: Bilingual; contractor: string | null; stations: Station[] }
type StationsView = { rows: SiteRow[]; mayRegister: boolean; asOf: string }

/** Registers the code of a site, or changes its days with a reason. */
function RegisterForm({ county, row, station }: { county: string; row: SiteRow; station: Station | undefined }): ReactNode {
  const t = useText(dutyWords)
  const { send, sending, problem, clear } = useSend('PUT')
  const label = station ? t('change') : t('register')
  const submit = async ({ code, startsOn, endsOn, reason }: Record<string, string>): Promise<boolean> => {
    const body = { siteId: row.siteId, startsOn, endsOn: endsOn || null, reason: reason ?? '', seenVersion: station?.version ?? 0 }
    return (await send(`/api/reporting/${county}/stations/${encodeURIComponent(station?.code ?? code ?? '')}`, body)) !== null
  }
  return (
    <FormDrawer kind="link" title={label} submitLabel={label} sending={sending} problem={problem} onOpen={clear} onSubmit={submit}>
      <p>{row.name}</p>
      {station ? (
        <p className="quiet">{station.code}</p>
      ) : (
        <Field name="code" label={t('code')} hint={t('codeHint', { county })} required maxLength={32} />
      )}
      <Field name="startsOn" type="date" label={t('startsOn')} required defaultValue={station?.startsOn ?? ''} />
      <Field name="endsOn" type="date" label={t('endsOn')} optional defaultValue={station?.endsOn ?? ''} />
      {station ? <TextArea name="reason" label={t('reason')} required maxLength={500} /> : null}
    </FormDrawer>
  )
}

/** Sites and the codes they report under (6.4c). */
export default function StationsPage(): ReactNode {
  const t = useText(dutyWords)
  const inLanguage = useBilingual()
  const county = usePathPart('county')
  const query = useApi<StationsView>(`/api/reporting/${county}/stations`)
  return (
    <ConsolePage title={t('stationsTitle')} lead={t('stationsLead')}>
      <Loaded query={query}>
        {view => (
          <DataTable
            caption={t('stationsTitle')}
            rows={view.rows}
            asOf={view.asOf}
            rowKey={row => row.siteId}
            columns={[
              { key: 'site', title: t('site'), value: row => row.name },
              { key: 'kind', title: t('kind'), value: row => inLanguage(row.kind) },
              { key: 'contractor', title: t('contractor'), value: row => row.contractor },
              {
                key: 'code',
                title: t('code'),
                value: row => row.stations.map(({ code }) => code).join('、') || t('noCode'),
                cell: row =>
                  row.stations.length === 0 ? (
                    <StateTag tone="must">{t('noCode')}</StateTag>
                  ) : (
                    row.stations.map(({ code }) => code).join('、')
                  ),
              },
              { key: 'startsOn', title: t('startsOn'), value: row => row.stations[0]?.startsOn },
              { key: 'endsOn', title: t('endsOn'), value: row => row.stations[0]?.endsOn },
              ...(view.mayRegister
                ? [
                    {
                      key: 'register',
                      title: t('register'),
                      cell: (row: SiteRow) => <RegisterForm county={county} row={row} station={row.stations[0]} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
    </ConsolePage>
  )
}
