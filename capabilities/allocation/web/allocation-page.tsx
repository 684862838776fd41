import type { ReactNode } from 'react'
import {
  ButtonLink,
  DataTable,
  formatInstant,
  Link,
  Loaded,
  Notice,
  StateTag,
  useApi,
  useBilingual,
  useMay,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { methodWords } from '../sheet-words.ts'
import { messages } from './console-messages.ts'
import type { Overview, QuotaAnswer } from './view.ts'

function Quotas({ year }: { year: string }): ReactNode {
  const t = useText(messages)
  const query = useApi<QuotaAnswer>(`/api/allocations/${year}/quotas`)
  return (
    <Loaded query={query}>
      {({ quotas, asOf }) =>
        quotas.length === 0 ? (
          <Notice tone="unknown">{t('ownNone', { year })}</Notice>
        ) : (
          <DataTable
            name="own-"
            caption={t('ownTable')}
            asOf={asOf}
            rows={quotas}
            rowKey={({ provinceCode }) => provinceCode}
            columns={[
              { key: 'name', title: t('province'), value: ({ name }) => name },
              { key: 'quota', title: t('ownQuotas'), numeric: true, value: ({ quota }) => quota },
              { key: 'issue', title: t('issueNumber'), numeric: true, value: ({ issue }) => issue },
              { key: 'publishedAt', title: t('publishedAt'), value: ({ publishedAt }) => formatInstant(publishedAt) },
            ]}
          />
        )
      }
    </Loaded>
  )
}

function Runs({ overview }: { overview: Overview }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { runs, year, published } = overview
  return (
    <DataTable
      name="runs-"
      caption={t('runs')}
      rows={runs}
      rowKey={({ id }) => id}
      empty={t('noRuns')}
      columns={[
        {
          key: 'title',
          title: t('runTitle'),
          value: ({ title }) => title,
          cell: ({ id, title }) => <Link href={`/allocation/${year}/runs/${id}`}>{title}</Link>,
        },
        { key: 'total', title: t('runTotal'), numeric: true, value: ({ total }) => total },
        { key: 'method', title: t('runMethod'), value: ({ method }) => inLanguage(methodWords[method]) },
        { key: 'version', title: t('runVersion'), numeric: true, value: ({ sheetVersion }) => sheetVersion },
        { key: 'madeAt', title: t('runMade'), value: ({ madeAt }) => formatInstant(madeAt) },
        { key: 'madeBy', title: t('runBy'), value: ({ madeBy }) => madeBy ?? t('unknownPerson') },
        {
          key: 'state',
          title: t('runState'),
          cell: ({ id }) => (
            <StateTag tone={id === published?.runId ? 'met' : 'unknown'}>
              {t(id === published?.runId ? 'runPublished' : 'runKept')}
            </StateTag>
          ),
        },
      ]}
    />
  )
}

function Preparation({ overview }: { overview: Overview }): ReactNode {
  const t = useText(messages)
  const { year, inputs, errors, published } = overview
  const state = errors.length === 0 ? t('noErrors') : t('errorCount', { n: errors.length })
  return (
    <>
      <Section title={t('step1')} actions={<ButtonLink href={`/allocation/${year}/inputs`}>{t('openInputs')}</ButtonLink>}>
        <Notice tone={errors.length > 0 ? 'must' : inputs.version === 0 ? 'should' : 'met'}>
          {inputs.version === 0
            ? t('notSaved')
            : t('inputsState', { version: inputs.version, rows: inputs.grid.rows.length, errors: state })}
        </Notice>
      </Section>
      <Section
        title={t('step2')}
        actions={
          <ButtonLink href={`/allocation/${year}/what-if`} kind="primary">
            {t('openWhatIf')}
          </ButtonLink>
        }
      >
        <Runs overview={overview} />
      </Section>
      <Section
        title={t('step3')}
        actions={published ? <ButtonLink href={`/public/allocation/${year}`}>{t('openPublic')}</ButtonLink> : null}
      >
        {published ? (
          <Notice tone="met">
            {t('publishedLine', { issue: published.issue, when: formatInstant(published.publishedAt), hash: published.inputsHash })}
          </Notice>
        ) : (
          <Notice tone="should">{t('notPublished')}</Notice>
        )}
      </Section>
    </>
  )
}

function Centre({ year }: { year: string }): ReactNode {
  const query = useApi<Overview>(`/api/allocations/${year}`)
  return <Loaded query={query}>{overview => <Preparation overview={overview} />}</Loaded>
}

/** Where the year's provisional quotas stand: the centre prepares and publishes, a province reads its own. */
export default function AllocationPage(): ReactNode {
  const t = useText(messages)
  const year = usePathPart('year')
  const may = useMay()
  const centre = may('allocation.read')
  return (
    <ConsolePage
      title={t('title', { year })}
      lead={t(centre ? 'lead' : 'leadProvince')}
      actions={centre ? null : <ButtonLink href={`/public/allocation/${year}`}>{t('openPublic')}</ButtonLink>}
    >
      {centre ? <Centre year={year} /> : null}
      <Section title={t('ownQuotas')}>
        <Quotas year={year} />
      </Section>
    </ConsolePage>
  )
}
