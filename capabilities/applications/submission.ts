import type { CountyStanding } from '@jincun/designation'
import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import type { Finding, PolicyPack } from '@jincun/policy'
import { clauseOf } from '@jincun/policy'
import { answersOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Actor } from './action-entry.ts'
import type { Application, ApplicationContent, Attachment, Fact, FactConfirmation, LineRuling } from './application.ts'

/** What an application was when it was submitted: everything that was shown, in the words in which it was shown. */
export type Submission = {
  form: 'application-submission/1'
  applicationId: string
  countyCode: string
  countyName: string
  policyYear: number
  version: number
  submittedAt: string
  submittedBy: Actor
  facts: readonly Fact[]
  standing: CountyStanding
  /** Questions as worded, answers as read. */
  answers: readonly Answer[]
  content: ApplicationContent
  attachments: readonly Attachment[]
  rulings: readonly LineRuling[]
  confirmations: readonly FactConfirmation[]
  findings: readonly Finding[]
  /** The clauses the findings cite, in the words of that day's policy. */
  clauses: readonly { reference: string; term: string; paraphrase: string }[]
}

/** What the signer had before their eyes beside the application itself. */
export type Shown = { findings: readonly Finding[]; standing: CountyStanding; facts: readonly Fact[] }

function clausesOf(findings: readonly Finding[], pack: PolicyPack): Submission['clauses'] {
  return [...new Set(findings.map(finding => finding.clause))].sort().map(reference => {
    const clause = clauseOf(pack, reference)
    return { reference, term: clause?.term.zh ?? '', paraphrase: clause?.paraphrase.zh ?? '' }
  })
}

export function freeze(application: Application, { findings, standing, facts }: Shown, by: Actor, pack: PolicyPack, now: Date): Submission {
  const { id, countyCode, year, version, content, attachments, rulings, confirmations } = application
  return {
    form: 'application-submission/1',
    applicationId: id,
    countyCode,
    countyName: standing.name,
    policyYear: year,
    version,
    submittedAt: now.toISOString(),
    submittedBy: by,
    facts,
    standing,
    answers: answersOf(content, pack, year),
    content,
    attachments,
    rulings,
    confirmations,
    findings,
    clauses: clausesOf(findings, pack),
  }
}

/** SHA-256 over the canonical JSON of a submission: equal submissions, and only they, have the same hash. */
export const submissionHash = (submission: Submission): string => sha256Hex(canonicalJson(submission as unknown as JsonValue))
