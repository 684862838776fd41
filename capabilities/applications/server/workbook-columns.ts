import type { Choice, Column } from '@jincun/documents'
import { listFor } from '@jincun/policy'
import type { PolicyListEntry, PolicyPack } from '@jincun/policy'
import {
  facilityLabels,
  goalKindLabels,
  goalQuestions,
  lineQuestions,
  otherSupportMode,
  personQuestions,
  projectQuestions,
} from '../index.ts'

const choicesOf = (entries: readonly Pick<PolicyListEntry, 'id' | 'term'>[]): Choice[] =>
  entries.map(({ id, term }) => ({ value: id, title: term }))
const choicesFrom = (labels: Record<string, Choice['title']>): Choice[] =>
  Object.entries(labels).map(([value, title]) => ({ value, title }))
const yesNo: Choice[] = [
  { value: 'yes', title: { zh: '是', en: 'yes' } },
  { value: 'no', title: { zh: '否', en: 'no' } },
]

/** Columns of the budget sheet: a row is a budget line with its project beside it; keys are those of BudgetRow. */
export const budgetColumns = (pack: PolicyPack, year: number) =>
  [
    { key: 'project', kind: 'text', title: projectQuestions.name, required: true, maxLength: 200 },
    { key: 'content', kind: 'text', title: projectQuestions.content, maxLength: 5_000 },
    {
      key: 'area',
      kind: 'choice',
      title: projectQuestions.supportArea,
      required: true,
      choices: choicesOf(listFor(pack, 'support-areas', year)),
    },
    {
      key: 'mode',
      kind: 'choice',
      title: projectQuestions.supportMode,
      choices: choicesOf([...listFor(pack, 'support-modes', year), otherSupportMode]),
    },
    { key: 'start', kind: 'date', title: projectQuestions.start },
    { key: 'end', kind: 'date', title: projectQuestions.end },
    { key: 'person', kind: 'text', title: personQuestions.name, maxLength: 50 },
    { key: 'post', kind: 'text', title: personQuestions.post, maxLength: 100 },
    { key: 'acceptance', kind: 'text', title: projectQuestions.acceptanceMethod, maxLength: 2_000 },
    { key: 'line', kind: 'text', title: lineQuestions.name, required: true, maxLength: 200 },
    { key: 'category', kind: 'text', title: lineQuestions.category, maxLength: 100 },
    { key: 'facility', kind: 'choice', title: lineQuestions.facility, choices: choicesFrom(facilityLabels) },
    { key: 'central', kind: 'fenWanYuan', title: lineQuestions.centralFen },
    { key: 'local', kind: 'fenWanYuan', title: lineQuestions.localFen },
    { key: 'enterprise', kind: 'fenWanYuan', title: lineQuestions.enterpriseFen },
    { key: 'hardware', kind: 'choice', title: lineQuestions.hardware, choices: yesNo },
    { key: 'reuse', kind: 'choice', title: lineQuestions.reusesExistingPremises, choices: yesNo },
  ] as const satisfies readonly Column[]

/** Columns of the goals sheet; keys are those of GoalRow. */
export const goalColumns = () =>
  [
    { key: 'kind', kind: 'choice', title: goalQuestions.kind, required: true, choices: choicesFrom(goalKindLabels) },
    { key: 'indicator', kind: 'text', title: goalQuestions.indicator, required: true, maxLength: 100 },
    { key: 'unit', kind: 'text', title: goalQuestions.unit, maxLength: 20 },
    { key: 'baseline', kind: 'decimal', title: goalQuestions.baseline, maxDecimals: 6 },
    { key: 'baselineDate', kind: 'date', title: goalQuestions.baselineDate },
    { key: 'target', kind: 'decimal', title: goalQuestions.target, maxDecimals: 6 },
    { key: 'targetDate', kind: 'date', title: goalQuestions.targetDate },
    { key: 'scope', kind: 'text', title: goalQuestions.scope, maxLength: 300 },
  ] as const satisfies readonly Column[]
