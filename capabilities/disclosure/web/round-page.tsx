import type { ReactNode } from 'react'
import {
  ButtonLink,
  ClauseLink,
  Deadline,
  DemoMark,
  FigureRow,
  FigureWithSource,
  formatInstant,
  Link,
  Loaded,
  PageHeader,
  StateTag,
  useApi,
  useLanguage,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Stage, StageId } from '../round-stages.ts'
import type { Origin, Round } from './answers.ts'
import { messages as shared } from './messages.ts'
import { messages } from './round-messages.ts'
import { YearLinks } from './year-links.tsx'
import './disclosure.css'

/** Where the rows behind a stage are. Outcomes of reviews stand on the pages of the ranked lists. */
const stageHref = (id: StageId, year: number): string => {
  const page = {
    allocation: 'allocation',
    reviews: 'ranked-lists',
    'ranked-lists': 'ranked-lists',
    settlement: 'settlement',
    'final-lists': 'final-lists',
  }[id]
  return `/public/${page}/${year}`
}

function Figures({ round }: { round: Round }): ReactNode {
  const t = useText(messages)
  const words = useText(shared)
  const { figures, year, provinces, asOf } = round
  const publishedBy = (id: StageId): string =>
    t('provincesCoverage', { n: round.stages.find(stage => stage.id === id)?.published ?? 0, of: provinces })
  const unit = words('counties')
  const quotaClause = round.stages.find(stage => stage.id === 'allocation')?.clause
  return (
    <FigureRow>
      <FigureWithSource
        label={t('quota')}
        value={figures.quota}
        unit={unit}
        source={t('sourceRegister')}
        asOf={asOf}
        rowsHref={`/public/allocation/${year}`}
        {...(quotaClause ? { clause: quotaClause } : {})}
      />
      <FigureWithSource
        label={t('rankedCounties')}
        value={figures.rankedCounties}
        unit={unit}
        source={t('sourceRegister')}
        asOf={asOf}
        coverage={publishedBy('ranked-lists')}
        rowsHref={`/public/ranked-lists/${year}`}
      />
      <FigureWithSource
        label={t('finalCounties')}
        value={figures.finalCounties}
        unit={unit}
        source={t('sourceRegister')}
        asOf={asOf}
        coverage={publishedBy('final-lists')}
        rowsHref={`/public/final-lists/${year}`}
      />
      <FigureWithSource
        label={t('earlierCounties')}
        value={figures.earlierCounties}
        unit={unit}
        source={t('sourceLists')}
        asOf={null}
        coverage={t('earlierCoverage', { n: figures.earlierAnnounced })}
        rowsHref="/public/demonstration-counties"
      />
    </FigureRow>
  )
}

function StageItem({ stage, round }: { stage: Stage; round: Round }): ReactNode {
  const t = useText(messages)
  const words =
    stage.published === 0
      ? t('notYet')
      : stage.scope === 'nation'
        ? t('published')
        : t('publishedOf', { n: stage.published, of: round.provinces })
  return (
    <li className="stage" data-published={stage.published > 0 || undefined}>
      <h3>{t(`stage_${stage.id}`)}</h3>
      <p className="quiet">{t(`does_${stage.id}`)}</p>
      <p className="stage-facts">
        <StateTag tone={stage.published > 0 ? 'met' : 'unknown'}>{words}</StateTag>
        {stage.latest ? <span className="quiet number">{formatInstant(stage.latest)}</span> : null}
        {stage.due ? <Deadline due={stage.due} clause={stage.clause} /> : <ClauseLink clause={stage.clause} />}
        {stage.published > 0 ? <Link href={stageHref(stage.id, round.year)}>{t('openStage')}</Link> : null}
      </p>
    </li>
  )
}

function Latest({ rows }: { rows: readonly Origin[] }): ReactNode {
  const t = useText(messages)
  const language = useLanguage()
  return (
    <section>
      <h2>{t('latest')}</h2>
      <ul className="plain-list">
        {rows.map(row => (
          <li key={row.id}>
            <Link href={`/public/register/${row.id}`}>{language === 'zh' ? row.titleZh : row.titleEn}</Link>{' '}
            {row.realm === 'demo' ? <DemoMark /> : null} <span className="quiet number">{formatInstant(row.publishedAt)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/public/register">{t('allPublications')}</Link>
      </p>
    </section>
  )
}

function Downloads({ year }: { year: number }): ReactNode {
  const t = useText(messages)
  const files = [
    { label: t('rankedFile'), path: `/api/public/ranked-lists/${year}/file` },
    { label: t('finalFile'), path: `/api/public/final-lists/${year}/file` },
    { label: t('historyFile'), path: '/api/public/demonstration-counties/file' },
    { label: t('registerFile'), path: '/api/public/register/file' },
  ]
  return (
    <section>
      <h2>{t('data')}</h2>
      <p className="quiet">{t('dataLead')}</p>
      <ul className="download-list">
        {files.map(file => (
          <li key={file.path}>
            <span>{file.label}</span>
            {['csv', 'json'].map(format => (
              <a key={format} href={`${file.path}?format=${format}`} download aria-label={`${file.label} ${format.toUpperCase()}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Trust(): ReactNode {
  const t = useText(messages)
  return (
    <section>
      <h2>{t('trust')}</h2>
      <p>{t('trustText')}</p>
      <p className="row">
        <ButtonLink href="/public/register">{t('trustLink')}</ButtonLink>
        <Link href="/rules">{t('rules')}</Link>
      </p>
    </section>
  )
}

/** The round of a year so far: figures, stages with clause and last day, what was published last, data, and how to check it. */
export default function RoundPage(): ReactNode {
  const t = useText(messages)
  const asked = usePathPart('year') || 'current'
  const query = useApi<Round>(`/api/public/rounds/${asked}`)
  return (
    <Loaded query={query}>
      {round => (
        <div className="public-sections">
          <PageHeader
            title={t('title', { year: round.year })}
            lead={t('lead')}
            asOf={round.asOf}
            actions={<YearLinks current={String(round.year)} hrefOf={year => `/public/rounds/${year}`} />}
          />
          <Figures round={round} />
          <section>
            <h2>{t('soFar')}</h2>
            <ol className="stages">
              {round.stages.map(stage => (
                <StageItem key={stage.id} stage={stage} round={round} />
              ))}
            </ol>
          </section>
          <div className="two-columns">
            <Latest rows={round.latest} />
            <Downloads year={round.year} />
          </div>
          <Trust />
        </div>
      )}
    </Loaded>
  )
}
