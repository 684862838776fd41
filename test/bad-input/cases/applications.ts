import { get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { draft } from './draft.ts'

const office = 'zhaojue-office'
const government = 'zhaojue-government'
const open = (change: object) =>
  json('POST', '/api/applications', { id: id(20), countyCode: '513431', year: 2020, type: 'first', ...change })
const save = (edits: (world: World) => object, version?: number) => (world: World) =>
  json('POST', draft('saves'), { id: id(21), version: version ?? world.draftVersion, edits: edits(world) })
/** The first project of the draft with its first budget line changed. */
const line = (change: object) =>
  save(({ draftProject: project }) => ({
    [`project:${project.id}`]: { ...project, lines: [{ ...project.lines[0], ...change }, ...project.lines.slice(1)] },
  }))
const goal = (change: object) =>
  save(() => ({
    goals: [
      {
        id: 'g1',
        kind: 'own',
        indicator: '服务站覆盖',
        unit: '%',
        baseline: '10',
        baselineDate: '2019-12-31',
        target: '50',
        targetDate: '2021-12-31',
        scope: '县',
        ...change,
      },
    ],
  }))

/** The county application as it is filled in. */
export const applicationCases: readonly BadRequest[] = [
  {
    name: 'a county code that nobody has',
    who: government,
    send: () => open({ countyCode: '513499' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a county code of five digits',
    who: government,
    send: () => open({ countyCode: '51343' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.countyCode：行政区划代码应为六位数字',
    where: 'body.countyCode',
  },
  {
    name: 'a year without policy',
    who: government,
    send: () => open({ year: 2031 }),
    status: 422,
    code: 'policy-missing',
    says: '政策数据缺少所需的值，请补充 policy/rules/2031.yaml。',
  },
  {
    name: 'a year of another round',
    who: government,
    send: () => open({ year: 2017 }),
    status: 409,
    code: 'deadline-passed',
    says: '申报已于 2017-05-20 23:59:59（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。',
  },
  {
    name: 'the year 20',
    who: government,
    send: () => open({ year: 20 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.year：至少为 2014',
    where: 'body.year',
  },
  {
    name: 'a type nobody knows',
    who: government,
    send: () => open({ type: 'third' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.type：应为以下之一：first、repeat、regionWide、directDesignation',
    where: 'body.type',
  },
  {
    name: 'a second application of the county',
    who: government,
    send: () => open({}),
    status: 409,
    code: 'county-has-an-application',
    says: '该县在 2020 年已有一份申报，请打开它继续填写；确需重来的，先撤回。',
  },
  {
    name: 'an application nobody opened',
    who: government,
    send: () => get(draft().replace(/[^/]+$/, id(22))),
    status: 404,
    code: 'application-not-found',
    says: '没有这份申报，或不在您的辖区内。',
  },
  {
    name: 'a save of a version that is to come',
    who: office,
    send: save(() => ({ 'text:approach': 'x' }), 9_999),
    status: 400,
    code: 'version-unknown',
    says: '所依据的版本不存在，请重新打开申报。',
    where: 'version',
  },
  {
    name: 'a save of a stale version',
    who: office,
    send: save(() => ({ 'text:approach': '迟到的修改' }), 1),
    status: 409,
    code: 'application-changed-meanwhile',
    says: '昭觉县政府经办在您编辑时改过同一部分，您的修改没有保存。请对照差异后再保存。',
  },
  {
    name: 'a section nobody knows',
    who: office,
    send: save(() => ({ secret: 1 })),
    status: 400,
    code: 'section-invalid',
    says: 'secret：本年度没有名为“secret”的部分。请改正后再保存。',
    where: 'secret',
  },
  {
    name: 'a text of 30,000 characters',
    who: office,
    send: save(() => ({ 'text:approach': '长'.repeat(30_000) })),
    status: 400,
    code: 'section-invalid',
    says: 'text:approach：数值过大：期望 string <=20000 字符。请改正后再保存。',
    where: 'text:approach',
  },
  {
    name: 'a negative budget',
    who: office,
    send: line({ centralFen: '-100' }),
    status: 400,
    code: 'section-invalid',
    says: 'project:project-1.lines.0.centralFen：金额应为不小于 0 的整数分。请改正后再保存。',
    where: 'project:project-1.lines.0.centralFen',
  },
  {
    name: 'a budget in words',
    who: office,
    send: line({ centralFen: '一千万' }),
    status: 400,
    code: 'section-invalid',
    says: 'project:project-1.lines.0.centralFen：金额应为不小于 0 的整数分。请改正后再保存。',
    where: 'project:project-1.lines.0.centralFen',
  },
  {
    name: 'a budget as a fraction of a fen',
    who: office,
    send: line({ centralFen: '0.5' }),
    status: 400,
    code: 'section-invalid',
    says: 'project:project-1.lines.0.centralFen：金额应为不小于 0 的整数分。请改正后再保存。',
    where: 'project:project-1.lines.0.centralFen',
  },
  {
    name: 'a budget that no database holds',
    who: office,
    send: line({ centralFen: '9'.repeat(30) }),
    status: 400,
    code: 'section-invalid',
    says: 'project:project-1.lines.0.centralFen：金额应为不小于 0 的整数分。请改正后再保存。',
    where: 'project:project-1.lines.0.centralFen',
  },
  {
    name: 'a facility nobody knows',
    who: office,
    send: line({ facility: 'palace' }),
    status: 400,
    code: 'section-invalid',
    says: 'project:project-1.lines.0.facility：无效选项：期望以下之一 "service-centre"|"service-station"|"distribution-centre"|"none"。请改正后再保存。',
    where: 'project:project-1.lines.0.facility',
  },
  {
    name: 'a goal for 30 February',
    who: office,
    send: goal({ targetDate: '2021-02-30' }),
    status: 400,
    code: 'section-invalid',
    says: 'goals.0.targetDate：应为日期，如 2020-12-31。请改正后再保存。',
    where: 'goals.0.targetDate',
  },
  {
    name: 'a target in words',
    who: office,
    send: goal({ target: '翻一番' }),
    status: 400,
    code: 'section-invalid',
    says: 'goals.0.target：应为十进制数，如 12.5。请改正后再保存。',
    where: 'goals.0.target',
  },
]
