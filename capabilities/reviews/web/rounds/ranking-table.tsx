import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useBilingual, useText } from '@jincun/ui'
import type { OutcomeDocument, OutcomeRow } from '../../index.ts'
import { messages } from './outcome-messages.ts'
import { ScrollRegion } from './scroll-region.tsx'

type Props = { document: OutcomeDocument; onOpen: (applicationId: string) => void }

/** Why a row stands where it does when its total is another's. */
function Tie({ row, document }: { row: OutcomeRow; document: OutcomeDocument }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (row.tiedWith.length === 0) return null
  const names = row.tiedWith.map(code => document.rows.find(other => other.countyCode === code)?.countyName ?? code)
  const preference = document.scorecard.preferences.find(each => each.id === row.tieBrokenBy)
  const by = preference ? inLanguage(preference.title) : t('county-code')
  return (
    <div className="quiet">
      {t('tied', { counties: names.join('、') })}
      {row.tieBrokenBy ? `；${t('brokenBy', { by })}` : ''}
    </div>
  )
}

function Preferences({ row }: { row: OutcomeRow }): ReactNode {
  const inLanguage = useBilingual()
  const earned = row.preferences.filter(preference => preference.points > 0)
  return (
    <>
      <span className="number">{row.preferencePoints}</span>
      {earned.length > 0 ? (
        <div className="quiet">{earned.map(preference => `${inLanguage(preference.title)} +${preference.points}`).join('、')}</div>
      ) : null}
    </>
  )
}

function Row({ row, document, onOpen }: Props & { row: OutcomeRow }): ReactNode {
  const byMean = document.basis === 'mean'
  return (
    <tr>
      <td className="number">{row.rank}</td>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => onOpen(row.applicationId)}>
          {row.countyName}
        </button>
        <Tie row={row} document={document} />
      </th>
      <td className="number" title={row.basisScore.exact}>
        {row.basisScore.text}
      </td>
      <td>
        <Preferences row={row} />
      </td>
      <td className="number total" title={row.total.exact}>
        {row.total.text}
      </td>
      {byMean ? null : <td className="number">{row.rawMean.text}</td>}
      {document.leniency.status === 'fitted' && document.basis !== 'leniency-adjusted' ? (
        <td className="number">{row.adjusted?.text ?? ''}</td>
      ) : null}
      <td className="number">{row.range}</td>
      <td className="number score-list">{row.scores.map(score => `${score.reviewer} ${score.points}`).join('　')}</td>
    </tr>
  )
}

/** The ranking with every component, and the lines at which it is cut. */
export function RankingTable({ document, onOpen }: Props): ReactNode {
  const t = useText(messages)
  const columns = [
    t('rank'),
    t('county'),
    t('basisScore'),
    t('preferencePoints'),
    t('total'),
    ...(document.basis === 'mean' ? [] : [t('rawMean')]),
    ...(document.leniency.status === 'fitted' && document.basis !== 'leniency-adjusted' ? [t('adjusted')] : []),
    t('range'),
    t('scores'),
  ]
  const linesAfter = (rank: number) => document.lines.filter(line => line.places === rank && rank < document.rows.length)
  return (
    <ScrollRegion label={t('ranking')}>
      <table className="ranking">
        <caption>{t('ranking')}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {document.rows.map(row => (
            <Fragment key={row.applicationId}>
              <Row row={row} document={document} onOpen={onOpen} />
              {linesAfter(row.rank).map(line => (
                <tr key={line.id} className="cut-line">
                  <td colSpan={columns.length}>{t(`line_${line.id}`, { n: line.places })}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
