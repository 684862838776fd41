import type { ReactNode } from 'react'
import { DataTable, EmptyState, formatInstant, Loaded, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, DifferenceView, Section } from '@jincun/ui/console'
import { FormEntry } from './form-entry.tsx'
import { words } from './form-messages.ts'
import type { FormVersionView, FormView } from './form-view.ts'
import './reporting.css'

/** A cell in words: a choice by its title, a file by its name. */
function sayCell(view: FormView, field: string, text: string | null, inLanguage: ReturnType<typeof useBilingual>): string | null {
  if (text === null) return null
  const choice = view.type.fields.find(({ id }) => id === field)?.choices?.find(({ value }) => value === text)
  return choice ? inLanguage(choice.title) : (view.files[text] ?? text)
}

function Version({ view, version }: { view: FormView; version: FormVersionView }): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const titleOf = (field: string): string => {
    const found = view.type.fields.find(({ id }) => id === field)
    return found ? inLanguage(found.title) : field
  }
  const cells = version.rows.flatMap((row, index) =>
    view.type.fields.map(({ id }) => ({
      key: `${index} ${id}`,
      row: index + 1,
      title: titleOf(id),
      value: sayCell(view, id, row[id] ?? '', inLanguage),
    })),
  )
  const differences = version.differences.map(each => ({
    path: each.path,
    label: [each.row, titleOf(each.field)].filter(Boolean).join(' › '),
    before: sayCell(view, each.field, each.before, inLanguage),
    after: sayCell(view, each.field, each.after, inLanguage),
  }))
  return (
    <article className="form-version">
      <h3>
        {t('version', { version: version.version })} <small className="quiet">{t(version.channel)}</small>
      </h3>
      {version.paperFileId ? (
        <p>
          <a href={`/api/reporting/${view.countyCode}/report-papers/${version.paperFileId}`}>{t('seePaper')}</a>
        </p>
      ) : null}
      <p className="quiet">{t('by', { name: version.enteredBy ?? '—', at: formatInstant(version.enteredAt) })}</p>
      {version.reason ? (
        <p>
          {t('reason')}：{version.reason}
        </p>
      ) : null}
      {version.version > 1 ? <DifferenceView caption={t('differences')} differences={differences} /> : null}
      <details open={version.version === view.versions.length}>
        <summary>{t('content')}</summary>
        <DataTable
          name={`v${version.version}-`}
          caption={t('version', { version: version.version })}
          rows={cells}
          rowKey={cell => cell.key}
          columns={[
            { key: 'row', title: t('rows'), numeric: true, value: cell => cell.row },
            { key: 'item', title: t('item'), value: cell => cell.title },
            { key: 'value', title: t('value'), value: cell => cell.value },
          ]}
        />
      </details>
    </article>
  )
}

/** A form with its entry, where one may, and every version with what it changed. */
export function FormVersions({
  view,
  base,
  filesPath,
  lead,
}: {
  view: FormView
  base: string
  filesPath: string
  lead: string
}): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  return (
    <ConsolePage title={`${inLanguage(view.type.title)} ${view.period}`} lead={lead} asOf={view.asOf} source={inLanguage(view.type.source)}>
      {view.draft ? <FormEntry key={view.versions.length} base={base} filesPath={filesPath} view={view} draft={view.draft} /> : null}
      <Section title={t('history')}>
        {view.versions.length === 0 ? <EmptyState title={t('notYet')} /> : null}
        {view.versions.toReversed().map(version => (
          <Version key={version.version} view={view} version={version} />
        ))}
      </Section>
    </ConsolePage>
  )
}

/** One form of a county for one period. */
export default function FormPage(): ReactNode {
  const t = useText(words)
  const [county, form, period] = [usePathPart('county'), usePathPart('form'), usePathPart('period')]
  const base = `/api/reporting/${county}/forms/${form}/${period}`
  const query = useApi<FormView>(base)
  return (
    <Loaded query={query}>
      {view => (
        <FormVersions view={view} base={base} filesPath={`/api/reporting/${county}/form-files`} lead={t('lead', { due: view.dueOn })} />
      )}
    </Loaded>
  )
}
