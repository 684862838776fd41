import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Draw } from './commit-draw.ts'
import { nextReserve } from './draw-experts.ts'

/** A seat of the panel given to an expert; `place` is the expert's place in the drawn order. */
export type Seat = { expertId: string; place: number; forField: string | null }

/** What is known of those already asked. */
export type Asked = Seat & { state: 'invited' | 'accepted' | 'declined' | 'replaced' }

/** The seats nobody holds: those of a field first, in the order of the plan. */
function openSeats(draw: Draw, held: readonly Asked[]): (string | null)[] {
  const ofField = (field: string): number => held.filter(each => each.forField === field).length
  const fields = draw.plan.fieldSeats.flatMap(({ field, seats }) => Array<string>(Math.max(0, seats - ofField(field))).fill(field))
  const others = Math.max(0, draw.plan.seats - held.length - fields.length)
  return [...fields, ...Array<null>(others).fill(null)]
}

/**
 * 递补: fills the seats that fell free with the first in drawn order who were not asked yet. Nobody chooses; who comes next was fixed by
 * the draw. Refuses when the reserve is used up, naming how many seats stay open.
 */
export function fillSeats(draw: Draw, asked: readonly Asked[]): Result<Seat[], Refusal> {
  const held = asked.filter(each => each.state === 'invited' || each.state === 'accepted')
  const invited = new Set(asked.map(each => each.expertId))
  const onPanel = new Set(held.map(each => each.expertId))
  const seats: Seat[] = []
  const open = openSeats(draw, held)
  for (const field of open) {
    const next = nextReserve(draw.drawn, draw.pool, invited, onPanel, { field, organisationMaximum: draw.plan.organisationMaximum })
    if (!next)
      return refuse({
        kind: 'conflict',
        code: 'reserve-used-up',
        message: {
          zh: `还空${open.length - seats.length}席，抽取名单中已无可递补的专家；请撤销本轮，补充专家库后重新抽取。`,
          en: `${open.length - seats.length} seats stay open and nobody in the drawn order is left; cancel the round, add experts and draw again.`,
        },
      })
    seats.push({ expertId: next.expertId, place: next.place, forField: field })
    invited.add(next.expertId)
    onPanel.add(next.expertId)
  }
  return accept(seats)
}
