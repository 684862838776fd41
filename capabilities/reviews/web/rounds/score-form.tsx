import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Field, TextArea, useBilingual, useText } from '@jincun/ui'
import { formatHalfPoints, parseHalfPoints, totalOf, wantsScoreReason } from '../../index.ts'
import { messages } from './reviewer-messages.ts'
import type { Sheet } from './use-sheet.ts'
import type { ScoringView } from './views.ts'

type Item = ScoringView['items'][number]
type ItemProps = {
  view: ScoringView
  sheet: Sheet
  item: Item
  readOnly: boolean
  focus: (step: 'reason' | 'next', itemId: string) => void
}

/** Half a point more or less within the item's range. */
const stepped = (points: string, by: 1 | -1, maxPoints: number): string =>
  formatHalfPoints(Math.min(maxPoints * 2, Math.max(0, (parseHalfPoints(points) ?? 0) + by)))

/** What a key does in the points of an item: steps by half a point, or goes on to the reason. */
function pointKey(event: KeyboardEvent, points: string, item: Item, set: (points: string) => void, next: () => void): void {
  const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null
  if (by === null && event.key !== 'Enter') return
  event.preventDefault()
  if (by === null) next()
  else set(stepped(points, by, item.maxPoints))
}

function ItemFields({ view, sheet, item, readOnly, focus }: ItemProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { points = '', reason = '' } = sheet.typed.items[item.id] ?? {}
  const halfPoints = parseHalfPoints(points)
  const wrong = points.trim() !== '' && (halfPoints === null || halfPoints > item.maxPoints * 2)
  const wanted = halfPoints === null || wantsScoreReason(view.reasonRule, item, halfPoints)
  return (
    <fieldset className="score-item">
      <legend>{inLanguage(item.title)}</legend>
      <p className="quiet">{inLanguage(item.guidance)}</p>
      <Field
        id={`points-${item.id}`}
        label={t('points', { n: item.maxPoints })}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        value={points}
        onChange={event => sheet.change(item.id, { points: event.target.value })}
        onKeyDown={event =>
          readOnly
            ? undefined
            : pointKey(
                event,
                points,
                item,
                value => sheet.change(item.id, { points: value }),
                () => focus('reason', item.id),
              )
        }
        error={wrong ? t('wrongPoints', { n: item.maxPoints }) : undefined}
      />
      <TextArea
        id={`reason-${item.id}`}
        label={t('reason')}
        hint={
          wanted
            ? view.reasonRule.when === 'never'
              ? undefined
              : t('reasonLeast', { n: view.reasonRule.minimumCharacters })
            : t('reasonNotNeeded')
        }
        rows={2}
        readOnly={readOnly}
        value={reason}
        onChange={event => sheet.change(item.id, { reason: event.target.value })}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) focus('next', item.id)
        }}
      />
    </fieldset>
  )
}

/** The items of the sheet, worked by keyboard from the first to the last. */
export function ScoreForm({ view, sheet, readOnly }: { view: ScoringView; sheet: Sheet; readOnly: boolean }): ReactNode {
  const t = useText(messages)
  const form = useRef<HTMLDivElement>(null)
  const focus = (step: 'reason' | 'next', itemId: string) => {
    const next = view.items[view.items.findIndex(item => item.id === itemId) + 1]
    const target = step === 'reason' ? `reason-${itemId}` : next ? `points-${next.id}` : 'sheet-comment'
    form.current?.querySelector<HTMLElement>(`#${target}`)?.focus()
  }
  return (
    <div ref={form} className="score-form">
      {readOnly ? null : <p className="quiet screen-only">{t('keys')}</p>}
      {view.items.map(item => (
        <ItemFields key={item.id} view={view} sheet={sheet} item={item} readOnly={readOnly} focus={focus} />
      ))}
      <TextArea
        id="sheet-comment"
        label={t('comment')}
        rows={2}
        readOnly={readOnly}
        value={sheet.typed.comment}
        onChange={event => sheet.setComment(event.target.value)}
      />
    </div>
  )
}

/** The running total, of what the sheet can give. */
export function SheetTotal({ view, sheet }: { view: ScoringView; sheet: Sheet }): ReactNode {
  const t = useText(messages)
  const maximum = view.items.reduce((sum, item) => sum + item.maxPoints, 0)
  return (
    <p className="score-total" aria-live="polite">
      {t('total')} <b className="number">{formatHalfPoints(totalOf(sheet.items))}</b>{' '}
      <span className="quiet">{t('of', { n: maximum })}</span>
    </p>
  )
}
