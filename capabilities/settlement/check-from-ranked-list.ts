import { finalRow } from './final-check.ts'
import type { FinalCheck } from './final-check.ts'
import type { FinalSubject, RankedCounty } from './final-list.ts'

/** 五（三）: the final list is drawn from the ranked list that was submitted; incentive counties (4.7) enter without standing on it. */
export const checkFromRankedList: FinalCheck = (subject, number) => {
  const listed = new Map((subject.ranked ?? []).map(county => [county.countyCode, county.type]))
  const incentive = number.ids('incentiveCounties')
  const strangers = subject.entries.filter(entry =>
    entry.type === 'directDesignation' ? !incentive.includes(entry.countyCode) : listed.get(entry.countyCode) !== entry.type,
  )
  const repeated = subject.entries.filter(
    (entry, index) => subject.entries.findIndex(other => other.countyCode === entry.countyCode) !== index,
  )
  const wrong = [...new Set([...strangers, ...repeated])]
  return {
    status: wrong.length > 0 ? 'unmet' : 'met',
    measured: `${subject.entries.length - wrong.length}/${subject.entries.length}`,
    required: `${subject.entries.length}/${subject.entries.length}`,
    message:
      wrong.length === 0
        ? { zh: '各县均出自已报送的排序名单。', en: 'Every county stands on the submitted ranked list.' }
        : {
            zh: `以下县不在已报送的排序名单上、类型不符或重复：${wrong.map(entry => finalRow(entry).label).join('、')}。`,
            en: 'Some counties are not on the submitted ranked list, are of another type there, or stand twice.',
          },
    rows: wrong.map(finalRow),
  }
}

/** Ranked counties that were left out although one ranked below them was taken. */
function passedOver(subject: FinalSubject): RankedCounty[] {
  const taken = new Set(subject.entries.map(entry => entry.countyCode))
  const ranks = (subject.ranked ?? [])
    .filter(county => taken.has(county.countyCode) && county.rank !== null)
    .map(county => county.rank ?? 0)
  const last = Math.max(0, ...ranks)
  return (subject.ranked ?? []).filter(county => county.rank !== null && county.rank < last && !taken.has(county.countyCode))
}

/**
 * 五（二）: the list is ranked so that the number cuts it at one place. A county passed over (it may have withdrawn) needs a recorded reason, so
 * this is a `should` in the rule book.
 */
export const checkFollowsRankedOrder: FinalCheck = subject => {
  const skipped = passedOver(subject)
  return {
    status: skipped.length === 0 ? 'met' : 'unmet',
    measured: String(skipped.length),
    required: '0',
    message:
      skipped.length === 0
        ? { zh: '按排序名单依次确定。', en: 'The counties are taken in the order of the ranked list.' }
        : {
            zh: `跳过了排名在前的县，须写明理由：${skipped.map(county => `第${county.rank}位 ${county.name}`).join('、')}。`,
            en: `Counties ranked higher were passed over; record the reason: ${skipped.map(county => county.countyCode).join(', ')}.`,
          },
    rows: skipped.map(county => ({ kind: 'county', key: county.countyCode, label: `第${county.rank}位 ${county.name}` })),
  }
}
