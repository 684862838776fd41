/** One row of a form as typed: text by the id of its field, '' where nothing is said. */
export type FormRow = Readonly<Record<string, string>>

/**
 * Which form of which county and period: '2020-05' for a month, '2020' for a year. `reporter` is the contract it is handed in under, '' where it is
 * the county's own.
 */
export type FormOccasion = { countyCode: string; reporter: string; form: string; period: string }

/** One version of a form as handed in. Never changed: a correction is the next version and says why. */
export type FormVersion = FormOccasion & {
  id: string
  version: number
  /** The version of the report type it was made in; it stays valid under that one. */
  typeVersion: number
  rows: readonly FormRow[]
  /** Why it was corrected; '' on the first version. */
  reason: string
  channel: 'page' | 'file' | 'paper'
  /** The photo or scan it was typed from; on paper only. */
  paperFileId: string | null
  enteredAt: Date
  enteredBy: string | null
}
