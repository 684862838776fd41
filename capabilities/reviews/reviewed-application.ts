import type { Submission } from '@jincun/applications'
import type { Scorecard } from '@jincun/policy'
import type { ReviewedApplication } from './expert.ts'
import { preferencesOf } from './preferences.ts'
import type { SettledFact } from './preferences.ts'
import type { Contender } from './rank-applications.ts'

/** What choosing reviewers needs of a submission: whose it is, who takes part, and the support areas of its projects. */
export const reviewedApplication = ({ applicationId, countyCode, countyName, submittedBy, content }: Submission): ReviewedApplication => ({
  applicationId,
  countyCode,
  countyName,
  organisationNames: [...new Set([submittedBy.office, `${countyName}人民政府`, `${countyName}商务局`])],
  fields: [...new Set(content.plan.projects.map(project => project.supportArea).filter(area => area !== ''))].sort(),
})

/** What ranking needs of an application: its county and the preferences of the score sheet. */
export const contenderOf = (
  application: Pick<Submission, 'applicationId' | 'countyCode' | 'countyName' | 'standing'>,
  scorecard: Scorecard,
  settled: Readonly<Record<string, SettledFact>>,
): Contender => ({
  applicationId: application.applicationId,
  countyCode: application.countyCode,
  countyName: application.countyName,
  preferences: preferencesOf(scorecard, application.standing, settled),
})
