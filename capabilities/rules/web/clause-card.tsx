import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link, StateTag, useBilingual, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import type { Carried, ClauseView, EntryView, ParameterView, RuleView } from '../clause-view.ts'
import { valueText } from '../value-text.ts'
import { messages } from './messages.ts'

const tones: Record<Carried, Tone> = { carried: 'met', partly: 'info', planned: 'unknown', guidance: 'unknown' }

/** A heading with what stands under it; nothing where there is nothing. */
function Part({ title, items }: { title: string; items: readonly { key: string; shown: ReactNode }[] }): ReactNode {
  if (items.length === 0) return null
  return (
    <div className="clause-part">
      <h3>{title}</h3>
      <ul>
        {items.map(({ key, shown }) => (
          <li key={key}>{shown}</li>
        ))}
      </ul>
    </div>
  )
}

function RuleLine({ rule }: { rule: RuleView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <>
      <strong>{inLanguage(rule.title)}</strong> <span className="quiet">{`${t(`part_${rule.part}`)} · ${t(rule.force)} · `}</span>
      <code>{rule.rule}</code>
    </>
  )
}

function NumberLine({ parameter }: { parameter: ParameterView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <>
      {inLanguage(parameter.title)} <strong className="number">{inLanguage(valueText(parameter))}</strong>
      {parameter.origin ? <span className="clause-origin">{t(parameter.origin)}</span> : null}
      {parameter.note ? <span className="clause-note quiet">{inLanguage(parameter.note)}</span> : null}
    </>
  )
}

function EntryLine({ of, entries }: { of: string; entries: readonly EntryView[] }): ReactNode {
  const inLanguage = useBilingual()
  return (
    <>
      <span className="quiet">{of} · </span>
      {entries.map(entry => inLanguage(entry.title)).join('；')}
    </>
  )
}

/** Pages whose address holds a part that varies are named, not linked. */
const ScreenLine = ({ path, title }: { path: string; title: string }): ReactNode =>
  path.includes('$') ? title : <Link href={path}>{title}</Link>

function Proof({ view, open }: { view: ClauseView; open: boolean }): ReactNode {
  const t = useText(messages)
  const files = (paths: readonly string[]) => paths.map(path => ({ key: path, shown: <code>{path}</code> }))
  if (view.code.length + view.tests.length === 0) return null
  return (
    <details open={open}>
      <summary>{t('proof', { code: view.code.length, tests: view.tests.length })}</summary>
      <Part title={t('code')} items={files(view.code)} />
      <Part title={t('tests')} items={files(view.tests)} />
    </details>
  )
}

/** One clause and everything that carries it. The one asked for by the address comes into view, opened. */
export function ClauseCard({ view, current }: { view: ClauseView; current: boolean }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'start' })
  }, [current])
  const groups = Object.entries(Object.groupBy(view.entries, entry => inLanguage(entry.of)))
  return (
    <article ref={card} className="clause" aria-labelledby={`clause-${view.id}`} data-current={current || undefined}>
      <header className="clause-head">
        <h2 id={`clause-${view.id}`}>
          <span className="clause-id number">{view.id}</span> {inLanguage(view.term)}
        </h2>
        <span className="clause-force">{t(view.force)}</span>
        <StateTag tone={tones[view.carried]}>{t(view.carried)}</StateTag>
        <span className="quiet">{view.where}</span>
      </header>
      <p>{inLanguage(view.paraphrase)}</p>
      {view.planned ? (
        <p className="clause-pending">
          {t('notYet', { what: view.planned.what ? inLanguage(view.planned.what) : t('allOfIt'), issue: view.planned.issue })}
        </p>
      ) : null}
      <Part title={t('rules')} items={view.rules.map(rule => ({ key: `${rule.part}/${rule.rule}`, shown: <RuleLine rule={rule} /> }))} />
      <Part
        title={t('numbers')}
        items={view.parameters.map(parameter => ({ key: parameter.id, shown: <NumberLine parameter={parameter} /> }))}
      />
      <Part
        title={t('entries')}
        items={groups.map(([of, entries = []]) => ({ key: of, shown: <EntryLine of={of} entries={entries} /> }))}
      />
      <Part
        title={t('screens')}
        items={view.screens.map(screen => ({
          key: screen.path,
          shown: <ScreenLine path={screen.path} title={inLanguage(screen.title)} />,
        }))}
      />
      <Proof view={view} open={current} />
    </article>
  )
}
