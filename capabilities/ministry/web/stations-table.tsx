import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, EmptyState, Field, Select, useMay, useSend, useText } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import type { StationKind } from '../index.ts'
import { words } from './messages.ts'
import type { SettingsView, StationLine } from './view.ts'

const kindWords = { county: 'countyKind', township: 'township', village: 'village' } as const
/** As long as the shortest system known takes; the server holds each to its own. */
const nameLength = 32

function StationForm({ county, known }: { county: string; known?: StationLine }): ReactNode {
  const t = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [kind, setKind] = useState<StationKind>(known?.kind ?? 'village')
  const submit = async ({ station, ...fields }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/ministry/${county}/stations/${encodeURIComponent(known?.station ?? station ?? '')}`, {
      ...fields,
      kind,
      seenVersion: known?.version ?? 0,
    })) !== null
  return (
    <FormDrawer
      title={known ? t('edit') : t('register')}
      submitLabel={t('saveStation')}
      kind={known ? 'link' : 'default'}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={submit}
    >
      {known ? (
        <p>{known.station}</p>
      ) : (
        <Field name="station" label={t('station')} hint={t('stationHint')} defaultValue={county} required />
      )}
      <Field name="code" label={t('code')} defaultValue={known?.code ?? ''} />
      <Field name="name" label={t('name')} hint={t('nameHint', { n: nameLength })} defaultValue={known?.name ?? ''} />
      <Select
        label={t('kind')}
        value={kind}
        choices={(['county', 'township', 'village'] as const).map(value => ({ value, label: t(kindWords[value]) }))}
        onChange={event => setKind(event.target.value as StationKind)}
      />
      <Field name="leftOutBecause" label={t('leftOut')} hint={t('leftOutHint')} defaultValue={known?.leftOutBecause ?? ''} optional />
    </FormDrawer>
  )
}

/** Stations under our code and the ministry's, with what their kind is called in the system the county reports to. */
export function StationsTable({ county, view }: { county: string; view: SettingsView }): ReactNode {
  const t = useText(words)
  const may = useMay()('ministry.report')
  const system = view.systems.find(({ id }) => id === view.settings?.system)
  return (
    <Section title={t('stationTable')} actions={may ? <StationForm county={county} /> : null}>
      <DataTable
        name="stations-"
        caption={t('stationTable')}
        rows={view.stations}
        rowKey={row => row.station}
        asOf={view.asOf}
        empty={<EmptyState title={t('noStations')}>{t('noStationsHint')}</EmptyState>}
        columns={[
          { key: 'station', title: t('station'), value: row => row.station },
          { key: 'code', title: t('code'), value: row => row.code || null },
          { key: 'name', title: t('name'), value: row => row.name || null },
          { key: 'kind', title: t('kind'), value: row => t(kindWords[row.kind]) },
          { key: 'kindCode', title: t('kindCode'), value: row => system?.stationTypes[row.kind] ?? t('unmapped') },
          { key: 'leftOut', title: t('leftOut'), value: row => row.leftOutBecause || null },
          ...(may
            ? [{ key: 'edit', title: t('edit'), cell: (row: StationLine) => <StationForm key={row.version} county={county} known={row} /> }]
            : []),
        ]}
      />
    </Section>
  )
}
