import type { ReactNode } from 'react'
import { Select, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { formatHalfPoints } from '../../index.ts'
import { messages } from './outcome-messages.ts'
import type { OutcomeView, SheetView } from './views.ts'
import { ScrollRegion } from './scroll-region.tsx'

function Recheck({ view, sheet }: { view: OutcomeView; sheet: SheetView }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const { applicationId, expertId } = sheet
  const submit = async ({ reason }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/review-rounds/${view.round.id}/rechecks`, { applicationId, expertId, reason })) !== null
  return (
    <FormDrawer
      title={t('recheck')}
      submitLabel={t('recheck')}
      kind="link"
      onOpen={clear}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p className="quiet">{t('recheckHint')}</p>
      <TextArea label={t('reason')} name="reason" required rows={3} />
    </FormDrawer>
  )
}

function SheetHead({
  view,
  sheet,
  sheets,
  mayAsk,
}: {
  view: OutcomeView
  sheet: SheetView
  sheets: readonly SheetView[]
  mayAsk: boolean
}): ReactNode {
  const t = useText(messages)
  const name = view.reviewers.find(each => each.expertId === sheet.expertId)?.name ?? ''
  const last = sheets.filter(each => each.expertId === sheet.expertId).at(-1) === sheet
  return (
    <th scope="col">
      {sheet.reviewer} {name}
      {sheet.revision > 1 || !last ? <div className="quiet">{t('revision', { n: sheet.revision })}</div> : null}
      {sheet.revisionReason ? <div className="quiet">{t('revisedFor', { reason: sheet.revisionReason })}</div> : null}
      {mayAsk && last ? <Recheck view={view} sheet={sheet} /> : null}
    </th>
  )
}

/** Every sheet of one application: item by item, expert by expert, with the reasons. */
function Sheets({ view, applicationId, mayAsk }: { view: OutcomeView; applicationId: string; mayAsk: boolean }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const sheets = view.sheets
    .filter(sheet => sheet.applicationId === applicationId)
    .toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : a.reviewer > b.reviewer ? 1 : a.revision - b.revision))
  return (
    <ScrollRegion label={t('sheets')}>
      <table className="sheet-table">
        <caption>{t('sheets')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            {sheets.map(sheet => (
              <SheetHead key={sheet.id} view={view} sheet={sheet} sheets={sheets} mayAsk={mayAsk} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.document.scorecard.items.map(item => (
            <tr key={item.id}>
              <th scope="row">
                {inLanguage(item.title)} <span className="quiet">{t('maximum', { n: item.maxPoints })}</span>
              </th>
              {sheets.map(sheet => {
                const score = sheet.items.find(each => each.itemId === item.id)
                return (
                  <td key={sheet.id}>
                    <b className="number">{score?.halfPoints === null || score === undefined ? '' : formatHalfPoints(score.halfPoints)}</b>
                    <div className="quiet">{score?.reason}</div>
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('total')}</th>
            {sheets.map(sheet => (
              <td key={sheet.id}>
                <b className="number">{formatHalfPoints(sheet.total)}</b>
                <div className="quiet">{sheet.comment}</div>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type SectionProps = { view: OutcomeView; chosen: string; choose: (applicationId: string) => void; mayAsk: boolean }

/** The raw sheets of one county at a time. */
export function SheetsSection({ view, chosen, choose, mayAsk }: SectionProps): ReactNode {
  const t = useText(messages)
  const rows = view.document.rows
  const shown = rows.some(row => row.applicationId === chosen) ? chosen : (rows[0]?.applicationId ?? '')
  return (
    <div id="sheets">
      <Section title={t('sheets')}>
        <p className="quiet">{t('sheetsLead')}</p>
        <div className="narrow">
          <Select
            label={t('county')}
            value={shown}
            onChange={event => choose(event.target.value)}
            choices={rows.map(row => ({ value: row.applicationId, label: `${row.rank} ${row.countyName}` }))}
          />
        </div>
        <Sheets view={view} applicationId={shown} mayAsk={mayAsk} />
      </Section>
    </div>
  )
}
