import { countOf, stops } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { liesIn, rowOf } from './list-check.ts'
import type { ListCheck, NumberOf } from './list-check.ts'
import type { ListedCounty, ListSubject } from './ranked-list.ts'

type Verdict = { county: ListedCounty; status: Finding['status']; why: { zh: string; en: string } }
type Answer = Omit<Verdict, 'county'>

const met: Answer = { status: 'met', why: { zh: '', en: '' } }
const unmet = (zh: string, en: string): Answer => ({ status: 'unmet', why: { zh, en } })
const unknown = (zh: string, en: string): Answer => ({ status: 'unknown', why: { zh, en } })

/** 4.7: the county is on the year's list of incentive counties; where only part of that list is known, it may be. */
function ofIncentive(county: ListedCounty, number: NumberOf): Answer {
  const count = number.optional('incentiveCount')
  if (!count) return unmet('本年度没有典型激励县直接纳入', 'no direct designation this year')
  const known = number.ids('incentiveCounties')
  if (known.includes(county.countyCode)) return met
  return known.length < countOf(count)
    ? unknown('是否典型激励县未知（名单不全）', 'the list of incentive counties is known only in part')
    : unmet('不在典型激励县名单', 'not an incentive county')
}

/** 4.6: the region is one that is supported as a whole. */
const ofRegion = (subject: ListSubject, number: NumberOf): Answer =>
  liesIn(subject.provinceCode, number.ids('regionWideProvinces'))
    ? met
    : unmet('本省不以整区推进形式开展', 'the province is not supported as a whole region')

/** 4.4: an earlier demonstration county applies again and shows its figures; without an application nothing shows them. */
function ofRepeat(county: ListedCounty, number: NumberOf): Answer {
  if (!number.optional('repeatDisbursementRate')) return unmet('本年度没有二次申报', 'no second application this year')
  if (county.standing?.supportedBefore === 'no') return unmet('以前年度未支持过，应为首次申报', 'never supported before: type first')
  return county.eligibility === null
    ? unknown('二次申报条件无材料可核', 'nothing at hand shows the conditions of a second application')
    : met
}

const ofFirst = (county: ListedCounty): Answer =>
  county.standing?.supportedBefore === 'yes' ? unmet('以前年度已支持过，不是首次申报', 'supported before: not a first application') : met

const byType: Readonly<Record<ListedCounty['type'], (county: ListedCounty, subject: ListSubject, number: NumberOf) => Answer>> = {
  first: county => ofFirst(county),
  repeat: (county, _subject, number) => ofRepeat(county, number),
  regionWide: (_county, subject, number) => ofRegion(subject, number),
  directDesignation: (county, _subject, number) => ofIncentive(county, number),
}

function byFindings(findings: readonly Finding[]): Answer {
  const open = findings.filter(stops)
  if (open.length === 0) return met
  const unmetFirst = open.find(finding => finding.status === 'unmet') ?? open[0]
  return { status: open.some(finding => finding.status === 'unmet') ? 'unmet' : 'unknown', why: unmetFirst?.message ?? met.why }
}

/** 2017, 三: the scope is national poverty counties and old revolutionary base counties. Only a year that names its scope asks. */
function byScope(county: ListedCounty, number: NumberOf): Answer {
  if (number.optional('scope')?.value !== true || county.standing === null || county.standing.nationalPovertyCounty) return met
  if (county.standing.oldRevolutionaryBaseCounty === null)
    return unknown('是否革命老区县未知', 'unknown whether it is an old revolutionary base county')
  return county.standing.oldRevolutionaryBaseCounty ? met : unmet('不在本年度申报范围', 'outside the scope of the year')
}

const worst = (answers: readonly Answer[]): Answer =>
  answers.find(answer => answer.status === 'unmet') ?? answers.find(answer => answer.status === 'unknown') ?? met

/**
 * 四: every county on the list meets the conditions of its kind. The type is the county's declaration and is held against the public
 * records; where there is an application, its findings decide as well. Nobody is eligible by silence: what a condition needs and nobody
 * has shown is unknown, and an unknown `must` does not pass.
 */
export const checkEachEligible: ListCheck = (subject, number) => {
  const verdicts: Verdict[] = subject.counties.map(county => ({
    county,
    ...worst([byType[county.type](county, subject, number), byScope(county, number), byFindings(county.eligibility ?? [])]),
  }))
  const open = verdicts.filter(verdict => verdict.status !== 'met')
  const status = worst(open).status
  const list = (language: 'zh' | 'en') =>
    open.map(({ county, why }) => `${language === 'zh' ? rowOf(county).label : county.countyCode}：${why[language]}`).join('；')
  return {
    status,
    measured: `${subject.counties.length - open.length}/${subject.counties.length}`,
    required: `${subject.counties.length}/${subject.counties.length}`,
    message:
      open.length === 0
        ? { zh: '名单上各县均符合申报条件。', en: 'Every county on the list meets the conditions of its kind.' }
        : { zh: `以下县不符合或无法核实申报条件：${list('zh')}。`, en: `Not eligible, or not shown to be: ${list('en')}.` },
    rows: open.map(({ county }) => rowOf(county)),
  }
}
