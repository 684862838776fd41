import { id, json } from '../bad-request.ts'
import type { World } from '../bad-request.ts'
import { field, noFile, noRecord, notPermitted, strange, rowsOf } from './rows.ts'

const who = 'zhaojue-office'
const at = '/api/projects/513431'
type Change = object
const put = (path: string, body: object) => json('PUT', `${at}/${path}`, { ...body, seenVersion: 0 })

const project =
  (change: Change, key = id(600)) =>
  ({ register }: World) => {
    const { id: _id, ...content } = register.project
    return put(`register/${key}`, { ...content, ...change })
  }
const site =
  (change: Change) =>
  ({ register }: World) =>
    put(`sites/${id(601)}`, {
      projectId: register.project.id,
      kind: 'village-station',
      name: '（演示）站点',
      placeCode: '',
      route: '',
      address: '',
      longitude: null,
      latitude: null,
      areaSquareMetres: null,
      residents: null,
      poorVillage: null,
      centralFen: '0',
      investmentFen: '0',
      premises: 'existing',
      ...change,
    })
const progress =
  (body: object) =>
  ({ register }: World) =>
    json('POST', `${at}/register/${register.project.id}/progress`, {
      id: id(611),
      asOf: '2020-05-20',
      percent: 50,
      stepsDone: [],
      note: '',
      photos: [],
      ...body,
    })
const stage =
  (body: object) =>
  ({ register }: World) =>
    json('POST', `${at}/register/${register.project.id}/stage`, body)

/** The register: projects, stages, progress, sites. */
export const projectCases = rowsOf([
  ['a project without a name', who, project({ name: '' }), field('body.name', '请填写')],
  [
    'a project on no line of the plan',
    who,
    project({ planLineIds: ['palace'] }),
    [400, 'project-not-on-plan', '项目须对应已批准方案的预算行；不在方案里的建设内容先报批方案变更。', 'planLineIds'],
  ],
  ['a project on no line at all', who, project({ planLineIds: [] }), field('body.planLineIds', '至少 1 项')],
  ['a project that ends on 31 June', who, project({ end: '2020-06-31' }), field('body.end', '应为日期，如 2020-12-31')],
  [
    'a project that ends before it starts',
    who,
    project({ start: '2020-06-02', end: '2020-06-01' }),
    [400, 'ends-before-start', '计划完成日早于开始日，请改为开始日或之后。', 'end'],
  ],
  ['a project disclosed by a script', who, project({ disclosureUrl: 'javascript:alert(1)' }), field('body.disclosureUrl', '格式不对')],
  ['a project that says it is accepted', who, project({ stage: 'accepted' }), strange('stage')],
  ['a project by a contractor', 'zhaojue-contractor', project({}), notPermitted],
  ['a project by another county', 'pingchang-office', project({}), notPermitted],
  ['a project under a word', who, project({}, 'new'), field('params.id', '编号格式不对，应为 UUID')],
  ['a decision file that was never sent', who, project({ decisionFileId: id(699) }), noFile],
  ['a stage accepted by hand', who, stage({ stage: 'accepted', reason: '快' }), field('body.stage', '应为以下之一：completed、stopped')],
  ['a stage without a word', who, stage({ stage: 'stopped', reason: '' }), field('body.reason', '请写明说明')],
  ['progress of 101 %', who, progress({ percent: 101 }), field('body.percent', '最多为 100')],
  [
    'progress of tomorrow',
    who,
    progress({ asOf: '2020-05-21' }),
    [400, 'progress-in-the-future', '进度日期不能晚于今天，照片不能晚于进度日期。', 'asOf'],
  ],
  [
    'progress with a photo of the day after',
    who,
    progress({ photos: [{ fileId: id(699), takenOn: '2020-05-21', caption: '现场' }] }),
    [400, 'progress-in-the-future', '进度日期不能晚于今天，照片不能晚于进度日期。', 'asOf'],
  ],
  [
    'progress with a photo that was never sent',
    who,
    progress({ photos: [{ fileId: id(699), takenOn: '2020-05-20', caption: '现场' }] }),
    noFile,
  ],
  [
    'a site of a kind that is none',
    who,
    site({ kind: 'palace' }),
    field(
      'body.kind',
      '应为以下之一：county-service-centre、distribution-centre、township-station、village-station、delivery-route、training、other',
    ),
  ],
  ['a site at 200° east', who, site({ longitude: '200.5.1' }), field('body.longitude', '格式不对')],
  ['a site in a place of 8 digits', who, site({ placeCode: '51343110' }), field('body.placeCode', '应为9位乡镇或12位村代码')],
  ['a site of no project', who, site({ projectId: id(699) }), noRecord],
  [
    'a hub above 20 % of its investment',
    who,
    site({ kind: 'distribution-centre', premises: 'new', centralFen: '21', investmentFen: '100' }),
    [422, 'site-over-standard', '超过省里的支持标准或重复支持，不能登记。'],
  ],
])
