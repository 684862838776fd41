import type { CountyStanding } from '@jincun/designation'
import type { Scorecard } from '@jincun/policy'

type Preference = Scorecard['preferences'][number]

/** A fact that no public list holds, settled by the province with its source, such as an area hit by the epidemic (4.1). */
export type SettledFact = { value: boolean; source: string }

/** One preference of the score sheet for one county, shown whether it is earned or not. */
export type PreferenceShown = Pick<Preference, 'id' | 'title' | 'kind' | 'clause' | 'fact'> & {
  /** Unknown earns nothing and is shown as unknown. */
  status: 'earned' | 'not-earned' | 'unknown'
  /** Whole points added; zero for a tie-break or where it is not earned. */
  points: number
  source: string
}

/** Facts that the public lists answer; null = unknown. */
const listedFacts: Readonly<Record<string, (standing: CountyStanding) => boolean | null>> = {
  nationalPovertyCounty: standing => standing.nationalPovertyCounty,
  countyNotYetOutOfPoverty: standing => standing.countyNotYetOutOfPoverty,
  deepPovertyArea: standing => standing.deepPovertyArea !== null,
  oldRevolutionaryBaseCounty: standing => standing.oldRevolutionaryBaseCounty,
  incentiveCounty: standing => (standing.incentiveYear === null ? null : true),
}

/** The facts of a score sheet that no list answers and the province must settle before it ranks. */
export const factsToSettle = (scorecard: Scorecard): Preference[] => scorecard.preferences.filter(({ fact }) => !(fact in listedFacts))

/** The source of a fact that the public lists answer. */
export const publicLists = '公开名单'

/**
 * 四（4.1, 4.2, 4.5）: preferences for poverty counties, old revolutionary base counties and areas hit by the epidemic. They are points or
 * tie-breaks of the year's score sheet, shown one by one with clause and source beside the reviewers' scores, never mixed into them.
 * What the province settled goes before the lists where the lists do not know.
 */
export function preferencesOf(
  scorecard: Scorecard,
  standing: CountyStanding,
  settled: Readonly<Record<string, SettledFact>> = {},
): PreferenceShown[] {
  return scorecard.preferences.map(({ id, title, kind, clause, fact, points }) => {
    const listed = listedFacts[fact]?.(standing) ?? null
    const known = listed === null ? settled[fact] : { value: listed, source: publicLists }
    const status = known === undefined ? 'unknown' : known.value ? 'earned' : 'not-earned'
    return {
      id,
      title,
      kind,
      clause,
      fact,
      status,
      points: kind === 'points' && status === 'earned' ? points : 0,
      source: known?.source ?? '',
    }
  })
}
