import type { Bilingual } from '@jincun/policy'
import type { UsedAgain } from '@jincun/projects'
import type { PaymentSignal } from './payment-signal.ts'

/** A record that bears a mark others bear too, with the name of its county. */
export type PlacedUse = UsedAgain & { placeName: string }

/** Which page shows each kind of record. */
const pageOf: Readonly<Record<UsedAgain['kind'], string>> = {
  progress: 'project',
  sign: 'project',
  asset: 'assets',
  'stock-take': 'assets',
  visit: 'acceptance',
  operation: 'operation-checks',
}
const words: Readonly<Record<UsedAgain['kind'], Bilingual>> = {
  progress: { zh: '进度照片', en: 'photo of progress' },
  sign: { zh: '标识照片', en: 'photo of the sign' },
  asset: { zh: '资产卡片', en: 'asset card' },
  'stock-take': { zh: '盘点照片', en: 'photo of a stock-take' },
  visit: { zh: '验收检查照片', en: 'photo of a visit' },
  operation: { zh: '运营回访照片', en: 'photo of an operation check' },
}

/** How far apart the records stand: the widest step that is between them. */
function apart(uses: readonly PlacedUse[]): Bilingual {
  const differ = (of: (use: PlacedUse) => string | number): boolean => new Set(uses.map(of)).size > 1
  if (differ(({ countyCode }) => countyCode)) return { zh: '跨县', en: 'in several counties' }
  if (differ(({ year }) => year)) return { zh: '跨年度', en: 'in several programme years' }
  if (differ(({ projectId }) => projectId)) return { zh: '跨项目', en: 'in several projects' }
  return { zh: '同一项目', en: 'in one project' }
}

const rowOf = ({ kind, opens, placeName, year, projectName, label }: PlacedUse) => ({
  kind: pageOf[kind],
  key: opens,
  label: `${placeName}${year}年“${projectName}” ${words[kind].zh} ${label}`,
})

/** One signal for each county that has a record of the group, its own records first: each county answers for its own. */
function signalsOf(code: string, uses: readonly PlacedUse[], message: Bilingual): PaymentSignal[] {
  return [...new Set(uses.map(({ countyCode }) => countyCode))].map(county => ({
    code,
    countyCode: county,
    message,
    requestIds: [],
    aspect: uses
      .map(({ kind, recordId, mark }) => `${mark} ${kind} ${recordId}`)
      .toSorted()
      .join(),
    rows: [...uses.filter(each => each.countyCode === county), ...uses.filter(each => each.countyCode !== county)].map(rowOf),
  }))
}

const groupsOf = (uses: readonly PlacedUse[]): PlacedUse[][] =>
  [...Map.groupBy(uses, ({ mark }) => mark).values()].filter(({ length }) => length > 1)

/** A maker's number on several asset cards: one machine may have been paid for twice (row 17 of what audits found). */
export const serialSignals = (cards: readonly PlacedUse[]): PaymentSignal[] =>
  groupsOf(cards).flatMap(own =>
    signalsOf('serial-used-again', own, {
      zh: `出厂编号${own[0]?.mark ?? ''}在${own.length}张资产卡片上（${apart(own).zh}）。`,
      en: `The serial number ${own[0]?.mark ?? ''} stands on ${own.length} asset cards, ${apart(own).en}.`,
    }),
  )

/** One photo shown for several things: a site, a report, an asset or a visit that may never have been (row 17). */
export const photoSignals = (photos: readonly PlacedUse[]): PaymentSignal[] =>
  groupsOf(photos).flatMap(own =>
    signalsOf('photo-used-again', own, {
      zh: `同一张照片（校验值${(own[0]?.mark ?? '').slice(0, 8)}…）用于${own.length}处（${apart(own).zh}）：${[...new Set(own.map(({ kind }) => words[kind].zh))].join('、')}。`,
      en: `One photo (hash ${(own[0]?.mark ?? '').slice(0, 8)}…) is shown ${own.length} times, ${apart(own).en}: ${[...new Set(own.map(({ kind }) => words[kind].en))].join(', ')}.`,
    }),
  )
