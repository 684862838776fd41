import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Deadline } from '../components/deadline.tsx'
import { DemoBanner, DemoMark } from '../components/demo-mark.tsx'
import { Field, Select, TextArea } from '../components/field.tsx'
import { FigureRow, FigureWithSource } from '../components/figure.tsx'
import { FindingList } from '../components/finding-list.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { PlaceDots } from '../components/place-dots.tsx'
import { EmptyState, ErrorState, Loading, Progress } from '../components/states.tsx'
import { WhatNext } from '../components/what-next.tsx'
import { Problem } from '../api/problem.ts'
import { useText } from '../messages.ts'
import { useNow } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { exampleFindings, examplePlaces, exampleRows, exampleTasks } from './examples.ts'
import { Foundations } from './foundations.tsx'
import { messages } from './messages.ts'
import './style-page.css'

function Buttons(): ReactNode {
  const t = useText(messages)
  return (
    <section>
      <h2>{t('buttons')}</h2>
      <p className="row">
        <Button kind="primary">{t('submit')}</Button>
        <Button>{t('save')}</Button>
        <Button kind="quiet">{t('more')}</Button>
        <Button kind="primary" busy>
          {t('busy')}
        </Button>
        <Button disabled>{t('disabled')}</Button>
      </p>
    </section>
  )
}

function Forms(): ReactNode {
  const t = useText(messages)
  return (
    <section>
      <h2>{t('forms')}</h2>
      <div className="style-form">
        <Field label={t('name')} hint={t('nameHint')} defaultValue="西昌市" />
        <Field label={t('amount')} error={t('wrong')} defaultValue="-1850" inputMode="decimal" />
        <Select label={t('province')} choices={[{ value: '51', label: '四川省' }]} />
        <TextArea label={t('reason')} optional />
      </div>
    </section>
  )
}

function Data(): ReactNode {
  const t = useText(messages)
  const asOf = useNow().toISOString()
  return (
    <>
      <section>
        <h2>{t('figures')}</h2>
        <FigureRow>
          <FigureWithSource
            label={t('quota')}
            value={235}
            unit={t('counties')}
            source={t('example')}
            asOf={asOf}
            coverage="31/31"
            rowsHref="/style"
            clause="notice-2020/5.1"
          />
          <FigureWithSource
            label={t('missing')}
            value={null}
            unit="%"
            source={t('example')}
            asOf={null}
            coverage="0/31"
            rowsHref="/style"
          />
        </FigureRow>
      </section>
      <section>
        <h2>{t('table')}</h2>
        <DataTable
          caption={t('heading2')}
          rows={exampleRows}
          rowKey={row => row.code}
          asOf={asOf}
          source={t('example')}
          columns={[
            {
              key: 'name',
              title: t('name'),
              value: row => row.name,
              cell: row => (
                <>
                  {row.name} {row.rank === 3 ? <DemoMark /> : null}
                </>
              ),
            },
            { key: 'rank', title: t('rank'), value: row => row.rank, numeric: true },
            { key: 'score', title: t('score'), value: row => row.score, numeric: true },
          ]}
        />
      </section>
      <section>
        <h2>{t('map')}</h2>
        <PlaceDots title={t('map')} places={examplePlaces} />
      </section>
    </>
  )
}

function Answers(): ReactNode {
  const t = useText(messages)
  const now = useNow()
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const soon = new Date(now.getTime() + 3 * 86_400_000).toISOString()
  return (
    <>
      <section>
        <h2>{t('findings')}</h2>
        <FindingList findings={exampleFindings} reasons={reasons} onReason={(code, reason) => setReasons({ ...reasons, [code]: reason })} />
      </section>
      <section>
        <h2>{t('notices')}</h2>
        <div className="stack">
          <Notice>{t('noteInfo')}</Notice>
          <Notice tone="met">{t('noteMet')}</Notice>
          <Notice tone="should">{t('noteShould')}</Notice>
          <Notice tone="must">{t('noteMust')}</Notice>
          <Notice tone="unknown">{t('noteUnknown')}</Notice>
          <Notice tone="demo">{t('noteDemo')}</Notice>
        </div>
      </section>
      <section>
        <h2>{t('deadlines')}</h2>
        <div className="stack">
          <Deadline due={soon} clause="notice-2020/5.3" />
          <Deadline due="2020-05-29T16:00:00Z" clause="notice-2020/5.3" />
        </div>
      </section>
      <section>
        <h2>{t('tasks')}</h2>
        <WhatNext tasks={exampleTasks(now)} />
      </section>
    </>
  )
}

function Waiting(): ReactNode {
  const t = useText(messages)
  const words = useText(uiMessages)
  return (
    <>
      <section>
        <h2>{t('waiting')}</h2>
        <div className="stack">
          <Loading />
          <Progress label={t('busy')} done={12} of={31} />
          <EmptyState title={words('emptyTitle')} actions={<Button>{t('save')}</Button>} />
          <ErrorState problem={new Problem(0, {})} retry={() => undefined} />
        </div>
      </section>
      <section>
        <h2>{t('demo')}</h2>
        <div className="stack">
          <DemoBanner />
          <DemoMark />
        </div>
      </section>
    </>
  )
}

/** Every light component, in the language and size of type chosen. */
export default function LightStylePage(): ReactNode {
  const t = useText(messages)
  return (
    <div className="style-page">
      <PageHeader title={t('title')} lead={t('lead')} actions={<ButtonLink href="/style/console">{t('toConsole')}</ButtonLink>} />
      <Foundations />
      <Buttons />
      <Forms />
      <Data />
      <Answers />
      <Waiting />
    </div>
  )
}
