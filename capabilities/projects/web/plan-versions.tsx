import type { ReactNode } from 'react'
import { DataTable, Select, StateTag, useAddressState, useBilingual, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { DifferenceView } from '@jincun/ui/console'
import type { PlanVersion } from '../index.ts'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { planDifferences } from './plan-differences.ts'
import type { PlanView } from './plan-view.ts'

const tones: Record<PlanVersion['state'], Tone> = { proposed: 'should', approved: 'met', returned: 'unknown' }

/** What two versions of the plan differ in, in the words of the form. */
export function PlanDifferences({ view, from, to }: { view: PlanView; from: PlanVersion | null; to: PlanVersion }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const lists = { area: view.supportAreas, mode: view.supportModes, category: view.categories }
  const differences = planDifferences(from?.lines ?? [], to.lines, {
    term: (list, id) => {
      const found = lists[list].find(entry => entry.id === id)
      return found ? inLanguage(found.term) : id
    },
    heads: {
      project: t('project'),
      line: t('line'),
      category: t('category'),
      area: t('area'),
      mode: t('mode'),
      central: common('central'),
      local: common('local'),
      enterprise: common('enterprise'),
    },
  })
  return <DifferenceView caption={t('differences', { from: from?.version ?? 0, to: to.version })} differences={differences} />
}

export function VersionTable({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  return (
    <DataTable
      name="versions-"
      caption={t('versions')}
      rows={view.versions.toReversed()}
      rowKey={row => row.id}
      columns={[
        {
          key: 'version',
          title: t('version'),
          numeric: true,
          value: row => row.version,
          cell: row => t('versionOf', { version: row.version }),
        },
        {
          key: 'state',
          title: common('state'),
          value: row => t(row.state),
          cell: row => <StateTag tone={tones[row.state]}>{t(row.version === view.inForce ? 'inForce' : row.state)}</StateTag>,
        },
        { key: 'why', title: t('why'), value: row => row.returnedBecause ?? row.reason },
        { key: 'document', title: t('document'), value: row => row.document || '—' },
        { key: 'approvedOn', title: t('approvedOn'), value: row => row.approvedOn ?? '—' },
        { key: 'proposedBy', title: t('proposedBy'), value: row => row.proposedBy },
        { key: 'decidedBy', title: t('decidedBy'), value: row => row.decidedBy ?? '—' },
      ]}
    />
  )
}

/** Any two versions against each other; the choice stands in the address, so it can be sent on. */
export function CompareVersions({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const [from, setFrom] = useAddressState('from')
  const [to, setTo] = useAddressState('to')
  if (view.versions.length < 2) return null
  const choices = [
    { value: '', label: common('choose') },
    ...view.versions.map(({ version }) => ({ value: String(version), label: t('versionOf', { version }) })),
  ]
  const [before, after] = [from, to].map(version => view.versions.find(each => String(each.version) === version))
  return (
    <>
      <h3>{t('compare')}</h3>
      <div className="item-fields screen-only">
        <Select label={t('compareFrom')} value={from} choices={choices} onChange={event => setFrom(event.target.value)} />
        <Select label={t('compareTo')} value={to} choices={choices} onChange={event => setTo(event.target.value)} />
      </div>
      {before && after ? <PlanDifferences view={view} from={before} to={after} /> : null}
    </>
  )
}
