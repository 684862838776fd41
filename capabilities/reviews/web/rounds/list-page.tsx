import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  ButtonLink,
  DataTable,
  Deadline,
  Field,
  Link,
  Loaded,
  newId,
  Notice,
  StateTag,
  useApi,
  useBilingual,
  useFieldErrors,
  useGo,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import type { Column } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { roundStateNames } from '../../index.ts'
import { messages } from './list-messages.ts'
import { roundTones } from './round-state.ts'
import type { RoundList, RoundRow } from './views.ts'

type Waiting = RoundList['waiting'][number]

function StartForm({ year, waiting }: { year: number; waiting: Waiting }): ReactNode {
  const t = useText(messages)
  const go = useGo()
  const { send, sending, problem, clear } = useSend<{ id: string }>()
  const errorOf = useFieldErrors(problem)
  const [id, setId] = useState('')
  const open = () => {
    setId(newId())
    clear()
  }
  const submit = async ({ title }: Record<string, string>): Promise<boolean> => {
    const begun = await send('/api/review-rounds', { id, provinceCode: waiting.provinceCode, year, title })
    if (begun) go(`/review-rounds/${begun.id}`)
    return begun !== null
  }
  return (
    <FormDrawer
      title={t('startTitle')}
      submitLabel={t('begin')}
      kind="primary"
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <Field
        label={t('roundTitle')}
        hint={t('roundTitleHint')}
        name="title"
        required
        defaultValue={`${waiting.provinceName}${year}年示范县申报专家评审`}
        error={errorOf('title')}
      />
    </FormDrawer>
  )
}

function useColumns(): Column<RoundRow>[] {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return [
    { key: 'round', title: t('round'), value: row => row.title, cell: row => <Link href={`/review-rounds/${row.id}`}>{row.title}</Link> },
    { key: 'province', title: t('province'), value: row => row.provinceName },
    {
      key: 'state',
      title: t('state'),
      value: row => inLanguage(roundStateNames[row.state]),
      cell: row => <StateTag tone={roundTones[row.state]}>{inLanguage(roundStateNames[row.state])}</StateTag>,
    },
    { key: 'counties', title: t('counties'), numeric: true, value: row => row.counties },
    { key: 'panel', title: t('panel'), numeric: true, value: row => `${row.counts.accepted}/${row.counts.pending}` },
    { key: 'sheets', title: t('sheets'), numeric: true, value: row => `${row.counts.submitted}/${row.counts.assigned}` },
    { key: 'until', title: t('until'), value: row => row.scoringUntil },
  ]
}

/** The rounds of review of a year, and where one must be begun. */
export default function ReviewListPage(): ReactNode {
  const t = useText(messages)
  const year = usePathPart('year')
  const query = useApi<RoundList>('/api/review-rounds', { year })
  const columns = useColumns()
  return (
    <Loaded query={query}>
      {({ rounds, waiting, due, asOf }) => (
        <ConsolePage
          title={t('title', { year })}
          lead={
            <>
              {t('lead')} <Deadline due={due} clause={`notice-${year}/5.3`} />
            </>
          }
          asOf={asOf}
          actions={
            <>
              <ButtonLink href="/experts">{t('pool')}</ButtonLink>
              <ButtonLink href={`/ranked-lists/${year}`}>{t('list')}</ButtonLink>
            </>
          }
        >
          {waiting.map(each => (
            <Notice key={each.provinceCode} tone="should" title={t('waiting', { province: each.provinceName, n: each.applications })}>
              <StartForm year={Number(year)} waiting={each} />
            </Notice>
          ))}
          <Section title={t('rounds')}>
            <DataTable caption={t('rounds')} rows={rounds} rowKey={row => row.id} asOf={asOf} empty={t('none')} columns={columns} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
