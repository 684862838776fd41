import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { Scorecard } from '@jincun/policy'
import { ReviewRound } from '../../index.ts'

/** A round with the score sheet it was committed to and its dates. */
export type RoundRecord = {
  round: ReviewRound
  scorecard: Scorecard
  counties: { code: string; name: string }[]
  createdAt: string
  /** Last day of scoring; null until it is opened. */
  scoringUntil: string | null
  closedAt: string | null
  confirmedAt: string | null
  publishedAt: string | null
  cancelReason: string | null
}

type Row = {
  county_code: string
  id: string
  year: number
  title: string
  state: string
  version: number
  settings: unknown
  scorecard: unknown
  counties: { code: string; name: string }[]
  created_at: Date
  scoring_until: string | null
  closed_at: Date | null
  confirmed_at: Date | null
  published_at: Date | null
  cancel_reason: string | null
}

const columns = sql`county_code, id, year, title, state, version, settings, scorecard, counties, created_at, scoring_until, closed_at, confirmed_at,
  published_at, cancel_reason`

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

const recordOf = (row: Row): RoundRecord => ({
  round: ReviewRound.parse({
    id: row.id,
    provinceCode: row.county_code,
    year: row.year,
    title: row.title,
    state: row.state,
    version: row.version,
    settings: row.settings,
  }),
  scorecard: Scorecard.parse(row.scorecard),
  counties: row.counties,
  createdAt: row.created_at.toISOString(),
  scoringUntil: row.scoring_until,
  closedAt: instant(row.closed_at),
  confirmedAt: instant(row.confirmed_at),
  publishedAt: instant(row.published_at),
  cancelReason: row.cancel_reason,
})

const select = async (tx: Transaction, condition: Fragment): Promise<RoundRecord[]> => {
  const rows = await tx.rows<Row>(sql`select ${columns} from review_round where ${condition} order by created_at desc, id`)
  return rows.map(recordOf)
}

export const getRound = async (tx: Transaction, id: string): Promise<RoundRecord | undefined> => (await select(tx, sql`id = ${id}`))[0]

/** The rounds of a province in a year, the latest first; all provinces in scope when none is named. */
export const roundsOf = (tx: Transaction, provinceCode: string | null, year: number): Promise<RoundRecord[]> =>
  select(tx, provinceCode === null ? sql`year = ${year}` : sql`county_code = ${provinceCode} and year = ${year}`)

export const roundsByIds = (tx: Transaction, ids: readonly string[]): Promise<RoundRecord[]> =>
  select(tx, sql`id = any(${[...ids]}::uuid[])`)

/** Adds a round; a record of the same id stays as it is. */
export const insertRound = (
  tx: Transaction,
  { round, scorecard }: Pick<RoundRecord, 'round' | 'scorecard'>,
  { realm, now }: { realm: string; now: Date },
): Promise<number> =>
  tx.run(sql`insert into review_round (county_code, id, realm, year, title, state, version, settings, scorecard, created_at)
    values (${round.provinceCode}, ${round.id}, ${realm}, ${round.year}, ${round.title}, ${round.state}, ${round.version},
      ${JSON.stringify(round.settings)}::jsonb, ${JSON.stringify(scorecard)}::jsonb, ${now})
    on conflict (county_code, id) do nothing`)

/** What may change in a round, beside its version. */
export type RoundChange = Partial<{
  state: ReviewRound['state']
  title: string
  settings: ReviewRound['settings']
  scorecard: Scorecard
  counties: readonly { code: string; name: string }[]
  scoringUntil: string
  closedAt: Date
  confirmedAt: Date
  publishedAt: Date
  cancelReason: string
}>

/** Changes a round if it still has the version that was seen; answers how many rows changed. */
export const updateRound = (tx: Transaction, round: ReviewRound, change: RoundChange): Promise<number> =>
  tx.run(sql`update review_round set version = version + 1,
      state = coalesce(${change.state ?? null}, state),
      title = coalesce(${change.title ?? null}, title),
      settings = coalesce(${change.settings ? JSON.stringify(change.settings) : null}::jsonb, settings),
      scorecard = coalesce(${change.scorecard ? JSON.stringify(change.scorecard) : null}::jsonb, scorecard),
      counties = coalesce(${change.counties ? JSON.stringify(change.counties) : null}::jsonb, counties),
      scoring_until = coalesce(${change.scoringUntil ?? null}::date, scoring_until),
      closed_at = coalesce(${change.closedAt ?? null}::timestamptz, closed_at),
      confirmed_at = coalesce(${change.confirmedAt ?? null}::timestamptz, confirmed_at),
      published_at = coalesce(${change.publishedAt ?? null}::timestamptz, published_at),
      cancel_reason = coalesce(${change.cancelReason ?? null}, cancel_reason)
    where county_code = ${round.provinceCode} and id = ${round.id} and version = ${round.version}`)

/** Lets the accounts of the invited read the round. */
export const admitToRound = (tx: Transaction, round: ReviewRound, people: readonly string[]): Promise<number> =>
  tx.run(sql`update review_round set reviewer_people = array(select distinct unnest(reviewer_people || ${[...people]}::text[]) order by 1)
    where county_code = ${round.provinceCode} and id = ${round.id}`)
