import type { Bilingual } from '@jincun/policy'
import type { ApplicationType, OperationBase, RepeatDeclarations } from './application.ts'
import type { BudgetLine, Commitments, Facility, Goal, GoalKind, PlanProject } from './work-plan.ts'

/**
 * The wording of every question that does not come from the year's work-plan structure. One list for forms, Excel headings, differences
 * and the frozen submission, so that what was asked is what is kept.
 */
const q = (zh: string, en: string): Bilingual => ({ zh, en })

export const typeLabels: Record<ApplicationType, Bilingual> = {
  first: q('首次申报', 'First application'),
  repeat: q('二次申报', 'Repeat application'),
  regionWide: q('整区推进', 'Region-wide roll-out'),
  directDesignation: q('直接纳入（典型激励县）', 'Direct designation (incentive county)'),
}

export const operationBaseQuestions: Record<keyof OperationBase, Bilingual> = {
  operation: q('市场化、可持续的运营体系', 'Market-based, sustainable operation'),
  industry: q('产业基础', 'Industry base'),
  talent: q('人才基础', 'Talent base'),
}

export const declarationQuestions: Record<keyof RepeatDeclarations, Bilingual> = {
  asOf: q('数据截止日期', 'Figures as of'),
  receivedFen: q('前期收到中央财政资金（万元）', 'Central funds received earlier (10,000 yuan)'),
  disbursedFen: q('其中已拨付承办单位（万元）', 'Of these disbursed to contractors (10,000 yuan)'),
  disbursementEvidence: q('拨付证明材料', 'Evidence of disbursement'),
  acceptedProjects: q('已验收项目数', 'Projects accepted'),
  totalProjects: q('项目总数', 'Projects in all'),
  acceptanceEvidence: q('验收证明材料', 'Evidence of acceptance'),
  results: q('前期工作成效', 'Results of the earlier support'),
}

export const goalQuestions: Record<Exclude<keyof Goal, 'id'>, Bilingual> = {
  kind: q('指标类别', 'Kind of indicator'),
  indicator: q('指标名称', 'Indicator'),
  unit: q('单位', 'Unit'),
  baseline: q('基期值', 'Baseline'),
  baselineDate: q('基期时间', 'Date of the baseline'),
  target: q('目标值', 'Target'),
  targetDate: q('目标时间', 'Date of the target'),
  scope: q('统计口径', 'Scope and source'),
}

export const goalKindLabels: Record<GoalKind, Bilingual> = {
  'rural-online-retail-sales': q('农村网络零售额', 'Rural online retail sales'),
  'rural-online-retail-growth': q('农村网络零售额增速', 'Growth of rural online retail'),
  'produce-online-retail-sales': q('农产品网络零售额', 'Produce online retail sales'),
  'produce-online-retail-growth': q('农产品网络零售额增速', 'Growth of produce online retail'),
  'training-attendances': q('培训人次', 'Training attendances'),
  'station-coverage': q('行政村站点覆盖率', 'Station coverage of villages'),
  'station-coverage-poor-villages': q('建档立卡贫困村站点覆盖率', 'Station coverage of poor villages'),
  own: q('自定指标', 'Own indicator'),
}

export const projectQuestions: Record<Exclude<keyof PlanProject, 'id'>, Bilingual> = {
  name: q('项目名称', 'Project'),
  content: q('建设内容', 'Content'),
  supportArea: q('支持方向', 'Support area'),
  supportMode: q('支持方式', 'Support mode'),
  lines: q('预算行', 'Budget lines'),
  start: q('开始日期', 'First day'),
  end: q('完成日期', 'Last day'),
  milestones: q('节点', 'Milestones'),
  responsiblePerson: q('责任人', 'Responsible person'),
  acceptanceMethod: q('验收办法', 'Acceptance method'),
}

export const personQuestions: Record<keyof PlanProject['responsiblePerson'], Bilingual> = {
  name: q('责任人姓名', 'Name of the responsible person'),
  post: q('责任人职务', 'Post of the responsible person'),
}

export const lineQuestions: Record<Exclude<keyof BudgetLine, 'id'>, Bilingual> = {
  name: q('支出名称', 'Budget line'),
  category: q('支出类别', 'Kind of spending'),
  facility: q('用于', 'Used for'),
  centralFen: q('中央资金（万元）', 'Central funds (10,000 yuan)'),
  localFen: q('地方资金（万元）', 'Local funds (10,000 yuan)'),
  enterpriseFen: q('企业投入（万元）', 'Enterprise funds (10,000 yuan)'),
  hardware: q('是否硬件', 'Hardware'),
  reusesExistingPremises: q('是否利用现有场地设备', 'Reuses existing premises'),
}

export const facilityLabels: Record<Facility, Bilingual> = {
  'service-centre': q('县级公共服务中心', 'County service centre'),
  'service-station': q('乡村服务站点', 'Service stations'),
  'distribution-centre': q('仓储物流配送中心', 'Distribution centre'),
  none: q('都不是', 'None of these'),
}

/** The full sentences a county agrees to. */
export const commitmentQuestions: Record<keyof Commitments, Bilingual> = {
  data: q(
    '凡接受财政补贴的承办主体，须签订协议，按要求提供完整的交易和活动信息；未提供完整信息的项目不予验收。',
    'Every subsidised contractor signs an agreement to give complete transaction and activity data; a project without complete data is not accepted.',
  ),
  disclosure: q(
    '在县政府网站及时、全面、集中公开实施方案、资金和项目信息，接受社会监督。',
    'Plan, funds and projects are published on the county website, in time, completely and in one place.',
  ),
  sign: q(
    '在中央财政资金支持项目的显著位置标识项目名称和省级举报监督渠道。',
    "Every centrally funded project shows the programme's sign and the provincial tip-off channel where it is easily seen.",
  ),
  truthfulness: q(
    '本申报的内容和附件真实、准确、完整。',
    'The contents and attachments of this application are true, accurate and complete.',
  ),
}

/** A support mode outside the year's preferred ones. */
export const otherSupportMode = { id: 'other', term: q('其他方式', 'Another mode') }
