import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  DataTable,
  Deadline,
  Loaded,
  Notice,
  ProblemNotice,
  StateTag,
  newId,
  useApi,
  useBilingual,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FindingPanel, Section } from '@jincun/ui/console'
import { typeLabels } from '@jincun/applications'
import { finalListStateLabels } from '../index.ts'
import type { FinalListEntry } from '../index.ts'
import { FinalSteps } from './final-steps.tsx'
import type { FinalView } from './final-view.ts'
import { LetterForm } from './letter-form.tsx'
import { messages } from './messages.ts'

type Save = (change: Partial<Pick<FinalView, 'entries' | 'letter' | 'reasons'>>) => void

function Entries({ view, editable, save }: { view: FinalView; editable: boolean; save: Save }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="entries-"
      caption={t('finalLists')}
      rows={view.entries}
      rowKey={entry => entry.countyCode}
      columns={[
        { key: 'rank', title: t('rank'), numeric: true, value: entry => entry.rank },
        { key: 'county', title: t('county'), value: entry => `${entry.name} ${entry.countyCode}` },
        { key: 'type', title: t('type'), value: entry => inLanguage(typeLabels[entry.type]) },
        {
          key: 'plan',
          title: t('plan'),
          cell: entry =>
            entry.planHash ? (
              <code>{entry.planHash.slice(0, 12)}</code>
            ) : entry.type === 'directDesignation' ? (
              '—'
            ) : (
              <StateTag tone="must">{t('missing')}</StateTag>
            ),
        },
        ...(editable
          ? [
              {
                key: 'remove',
                title: '',
                cell: (entry: FinalListEntry) => (
                  <Button onClick={() => save({ entries: view.entries.filter(each => each !== entry) })}>{t('remove')}</Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Candidates({ view, save }: { view: FinalView; save: Save }): ReactNode {
  const t = useText(messages)
  const left = (view.ranked ?? []).filter(county => !view.entries.some(entry => entry.countyCode === county.countyCode))
  if (left.length === 0) return null
  return (
    <details>
      <summary>{t('candidates')}</summary>
      <ul>
        {left.map(county => (
          <li key={county.countyCode}>
            {county.rank ?? ''} {county.name}{' '}
            <Button onClick={() => save({ entries: [...view.entries, { ...county, planHash: null }] })}>{t('add')}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Editor({ view }: { view: FinalView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, problem } = useSend('PUT')
  const [listId] = useState(() => view.id ?? newId())
  const editable = view.verbs.includes('save')
  const path = `/api/final-lists/${view.year}/${view.provinceCode}`
  const save: Save = change => {
    const { entries, letter, reasons } = { ...view, ...change }
    void send(path, {
      listId,
      changeId: newId(),
      seenVersion: view.version,
      entries: entries.map(({ countyCode, type }) => ({ countyCode, type })),
      letter,
      reasons,
    })
  }
  return (
    <ConsolePage
      title={`${view.provinceName} · ${t('finalLists')}`}
      asOf={view.asOf}
      lead={
        <>
          <StateTag tone={view.state === 'published' ? 'met' : 'info'}>{inLanguage(finalListStateLabels[view.state])}</StateTag>{' '}
          {t('closes')} <Deadline due={view.closes} done={view.state === 'published'} />{' '}
          {view.approved === null ? t('noApproval') : `${t('approvedNumber')} ${view.approved}`}
        </>
      }
      actions={<FinalSteps view={view} />}
    >
      <ProblemNotice problem={problem} />
      {editable && view.version === 0 ? (
        <Notice>
          {inLanguage({
            zh: '以下按排序名单和核定数量自动提出，填写函件信息后保存。',
            en: 'Proposed from the ranked list and the approved number; fill in the letter to save.',
          })}
        </Notice>
      ) : null}
      <Section title={t('counties')}>
        <Entries view={view} editable={editable} save={save} />
        {editable ? <Candidates view={view} save={save} /> : null}
      </Section>
      <Section title={t('letter')}>
        <LetterForm key={view.version} letter={view.letter} editable={editable} onSave={letter => save({ letter })} />
      </Section>
      <FindingPanel
        title={t('findings')}
        findings={view.findings}
        reasons={view.reasons}
        {...(editable ? { onReason: (code: string, reason: string) => save({ reasons: { ...view.reasons, [code]: reason } }) } : {})}
      />
      <Section title={t('downloads')}>
        <p>
          {(['docx', 'xlsx', 'csv', 'json'] as const).map(format => (
            <a key={format} href={`${path}/letter?format=${format}`} className="console-download">
              {format.toUpperCase()}{' '}
            </a>
          ))}
        </p>
        {view.packageHash ? (
          <p>
            {t('hash')} <code>{view.packageHash}</code>
          </p>
        ) : null}
      </Section>
    </ConsolePage>
  )
}

/** A province's final list: proposed from ranks and the approved number, reported by letter, confirmed and published (5.5). */
export default function FinalListPage(): ReactNode {
  const query = useApi<FinalView>(`/api/final-lists/${usePathPart('year')}/${usePathPart('province')}`)
  return <Loaded query={query}>{view => <Editor view={view} />}</Loaded>
}
