import { formatWanYuan } from '@jincun/kernel'
import { listFor, ruleBookFor, workPlanFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import type { ApplicationContent } from './application.ts'
import * as questions from './questions.ts'
import type { BudgetLine, Goal, PlanProject } from './work-plan.ts'

/** One question as it was worded and the answer as it reads; null is "not answered". `path` is stable: items are named by their ids. */
export type Answer = { path: string; question: Bilingual; answer: string | null }

const said = (text: string | null | undefined): string | null => (text?.trim() ? text : null)
const money = (fen: string | null): string | null => (fen === null ? null : formatWanYuan(fenOf(fen)))
const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否')
const listed = (ids: readonly string[]): string | null => said(ids.join('、'))

const within = (...parts: (Bilingual | string)[]): Bilingual => {
  const text = (language: 'zh' | 'en') => parts.map(part => (typeof part === 'string' ? part : part[language])).join(' › ')
  return { zh: text('zh'), en: text('en') }
}

type Terms = { area: (id: string) => string | null; mode: (id: string) => string | null }

/** Ids of the year's lists as people read them; an id the year does not know is shown as it is. */
function termsOf(pack: PolicyPack, year: number): Terms {
  const term = (list: string) => {
    const terms = new Map(listFor(pack, list, year).map(entry => [entry.id, entry.term.zh]))
    return (id: string) => said(terms.get(id) ?? (id === questions.otherSupportMode.id ? questions.otherSupportMode.term.zh : id))
  }
  return { area: term('support-areas'), mode: term('support-modes') }
}

function lineAnswers(project: PlanProject, line: BudgetLine): Answer[] {
  const at = (field: keyof typeof questions.lineQuestions, answer: string | null): Answer => ({
    path: `plan.projects.${project.id}.lines.${line.id}.${field}`,
    question: within(project.name || '（未命名的项目）', line.name || '（未命名的预算行）', questions.lineQuestions[field]),
    answer,
  })
  return [
    at('name', said(line.name)),
    at('category', said(line.category)),
    at('facility', line.facility && questions.facilityLabels[line.facility].zh),
    at('centralFen', money(line.centralFen)),
    at('localFen', money(line.localFen)),
    at('enterpriseFen', money(line.enterpriseFen)),
    at('hardware', yesNo(line.hardware)),
    at('reusesExistingPremises', yesNo(line.reusesExistingPremises)),
  ]
}

function projectAnswers(project: PlanProject, terms: Terms): Answer[] {
  const name = project.name || '（未命名的项目）'
  const at = (field: string, question: Bilingual, answer: string | null): Answer => ({
    path: `plan.projects.${project.id}.${field}`,
    question: within(name, question),
    answer,
  })
  const { projectQuestions: ask, personQuestions: person } = questions
  return [
    at('name', ask.name, said(project.name)),
    at('content', ask.content, said(project.content)),
    at('supportArea', ask.supportArea, terms.area(project.supportArea)),
    at('supportMode', ask.supportMode, terms.mode(project.supportMode)),
    at('start', ask.start, project.start),
    at('end', ask.end, project.end),
    at('responsiblePerson.name', person.name, said(project.responsiblePerson.name)),
    at('responsiblePerson.post', person.post, said(project.responsiblePerson.post)),
    at('acceptanceMethod', ask.acceptanceMethod, said(project.acceptanceMethod)),
    ...project.milestones.map(({ id, name: step, due }) =>
      at(`milestones.${id}`, within(ask.milestones, step), said(`${step} ${due ?? ''}`)),
    ),
    ...project.lines.flatMap(line => lineAnswers(project, line)),
  ]
}

function goalAnswers(goal: Goal, index: number): Answer[] {
  const name = goal.indicator || `第 ${index + 1} 项目标`
  const fields = ['indicator', 'unit', 'baseline', 'baselineDate', 'target', 'targetDate', 'scope'] as const
  const at = (field: keyof typeof questions.goalQuestions, answer: string | null): Answer => ({
    path: `plan.goals.${goal.id}.${field}`,
    question: within(name, questions.goalQuestions[field]),
    answer,
  })
  return [at('kind', questions.goalKindLabels[goal.kind].zh), ...fields.map(field => at(field, said(goal[field])))]
}

function baseAnswers({ operationBase }: ApplicationContent): Answer[] {
  return Object.entries(questions.operationBaseQuestions).flatMap(([id, question]) => {
    const statement = operationBase[id as keyof typeof operationBase]
    return [
      { path: `operationBase.${id}`, question, answer: said(statement.text) },
      {
        path: `operationBase.${id}.evidence`,
        question: within(question, { zh: '证明材料', en: 'Evidence' }),
        answer: listed(statement.evidence),
      },
    ]
  })
}

function declarationAnswers({ type, declarations }: ApplicationContent): Answer[] {
  if (type !== 'repeat' || !declarations) return []
  const at = (field: keyof typeof declarations, answer: string | null): Answer => ({
    path: `declarations.${field}`,
    question: questions.declarationQuestions[field],
    answer,
  })
  return [
    at('asOf', declarations.asOf),
    at('receivedFen', money(declarations.receivedFen)),
    at('disbursedFen', money(declarations.disbursedFen)),
    at('disbursementEvidence', listed(declarations.disbursementEvidence)),
    at('acceptedProjects', declarations.acceptedProjects?.toString() ?? null),
    at('totalProjects', declarations.totalProjects?.toString() ?? null),
    at('acceptanceEvidence', listed(declarations.acceptanceEvidence)),
    at('results', said(declarations.results.text)),
    {
      path: 'declarations.results.evidence',
      question: within(questions.declarationQuestions.results, { zh: '证明材料', en: 'Evidence' }),
      answer: listed(declarations.results.evidence),
    },
  ]
}

/** A reason is asked for a rule, under the rule's own title in that year. */
function reasonQuestion(code: string, pack: PolicyPack, year: number): Bilingual {
  const { county, plan } = ruleBookFor(pack, year)
  const title = [...county, ...plan].find(entry => entry.rule === code)?.title ?? { zh: code, en: code }
  return { zh: `未达到“${title.zh}”的理由`, en: `Reason for not meeting “${title.en}”` }
}

/** Every question and answer of an application, in the order in which they are asked. */
export function answersOf(content: ApplicationContent, pack: PolicyPack, year: number): Answer[] {
  const terms = termsOf(pack, year)
  const sections = workPlanFor(pack, year, 'county').sections.filter(section => section.kind === 'text')
  return [
    { path: 'type', question: { zh: '申报类型', en: 'Type of application' }, answer: questions.typeLabels[content.type].zh },
    ...baseAnswers(content),
    ...declarationAnswers(content),
    ...sections.map(({ id, title, hint }) => ({
      path: `plan.sections.${id}`,
      question: { zh: `${title.zh}（${hint.zh}）`, en: `${title.en} (${hint.en})` },
      answer: said(content.plan.sections[id]),
    })),
    ...content.plan.goals.flatMap(goalAnswers),
    ...content.plan.projects.flatMap(project => projectAnswers(project, terms)),
    ...Object.entries(questions.commitmentQuestions).map(([id, question]) => ({
      path: `plan.commitments.${id}`,
      question,
      answer: yesNo(content.plan.commitments[id as keyof typeof questions.commitmentQuestions]),
    })),
    ...Object.entries(content.reasons).map(([code, text]) => ({
      path: `reasons.${code}`,
      question: reasonQuestion(code, pack, year),
      answer: said(text),
    })),
  ]
}
