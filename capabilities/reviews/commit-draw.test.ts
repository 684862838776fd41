import { expect, test } from 'vitest'
import { checkDraw, commitDraw, performDraw } from './commit-draw.ts'
import type { DrawCommitment } from './commit-draw.ts'
import { sealOf } from './draw-seed.ts'
import type { SeedSource } from './draw-seed.ts'
import { selectCandidates } from './select-candidates.ts'
import { anApplication, anExpert, aRound, bareGround, reviewSettings } from './testing/factory.ts'

const secret = '省纪检组封存文本 2020-05-08 上午九时'
const sources: SeedSource[] = [
  { kind: 'sealed', party: '省纪检监察组', seal: sealOf(secret) },
  { kind: 'public-number', party: '双色球2020031期', where: '中国福彩网' },
]
const pool = Array.from({ length: 8 }, (_, index) => ({ id: `e${index}`, fields: ['training'], organisationName: `单位${index}` }))
const plan = { seats: 5, fieldSeats: [], organisationMaximum: null }
const preparing = aRound('preparing')

const committed = (): DrawCommitment => {
  const result = commitDraw(preparing, 4, pool, plan, sources)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

test.each([
  ['no application', 0, plan, sources, 'nothing-to-review'],
  ['fewer seats than reviewers', 4, { ...plan, seats: 2 }, sources, 'panel-too-small'],
  ['more seats than experts', 4, { ...plan, seats: 9 }, sources, 'pool-too-small'],
  ['one sealed party alone', 4, plan, sources.slice(0, 1), 'seed-one-handed'],
  ['the same party twice', 4, plan, [sources[0], sources[0]], 'seed-one-handed'],
  ['no source', 4, plan, [], 'seed-one-handed'],
])('%s is refused', (_name, applications, seats, from, code) => {
  expect(commitDraw(preparing, applications, pool, seats, from as SeedSource[])).toMatchObject({ ok: false, reason: { code } })
})

test('two sealed parties, or one public number, are enough', () => {
  const other: SeedSource = { kind: 'sealed', party: '省财政厅', seal: sealOf('另一段足够长的文本，一共二十个字以上') }
  for (const from of [[sources[0], other], [sources[1]]]) expect(commitDraw(preparing, 4, pool, plan, from as SeedSource[]).ok).toBe(true)
})

test('a draw can be checked again, and what was changed afterwards is told', () => {
  const result = performDraw(aRound('committed'), committed(), [secret, '03 11 17 21 26 30+07'])
  expect(result.ok).toBe(true)
  if (!result.ok) return
  expect(checkDraw(result.value)).toEqual([])
  expect(checkDraw({ ...result.value, pool: pool.slice(1) })).toEqual(['pool', 'order'])
  expect(checkDraw({ ...result.value, parts: [secret, '03 11 17 21 26 30+08'] })).toEqual(['seed'])
  expect(checkDraw({ ...result.value, drawn: [...result.value.drawn].reverse() })).toEqual(['order'])
})

test('the draw comes after the commitment, and the text must match its seal', () => {
  expect(performDraw(preparing, committed(), [secret, '1'])).toMatchObject({ ok: false, reason: { kind: 'wrong-state' } })
  expect(performDraw(aRound('committed'), committed(), [`${secret}!`, '1'])).toMatchObject({
    ok: false,
    reason: { code: 'draw-seed-part' },
  })
})

test('who can be drawn: the whole panel keeps out whoever has any conflict, own applications only whoever has none left', () => {
  const experts = [anExpert(1), anExpert(2, { homeCountyCode: '519901' }), anExpert(3, { active: false })]
  const applications = [anApplication(1), anApplication(2)]
  const select = (avoidance: 'whole-panel' | 'own-applications', some = applications) =>
    selectCandidates(experts, some, { ...reviewSettings, avoidance }, 2020, bareGround)
  expect(select('whole-panel').candidates.map(each => each.id)).toEqual([anExpert(1).id])
  expect(select('own-applications').candidates).toHaveLength(2)
  expect(select('own-applications', applications.slice(0, 1)).candidates).toHaveLength(1)
  expect(select('whole-panel').excluded.map(each => each.conflicts.length)).toEqual([1, 0])
})
