import { addressOf } from '../../../capabilities/applications/testing/requests.ts'
import { get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { draft } from './draft.ts'

const office = 'zhaojue-office'
const government = 'zhaojue-government'
/** 榕江 takes its draft back, so that it could open another. */
const withdrawRongjiang = async ({ program }: World): Promise<void> => {
  await (await program.as('rongjiang-government')).send('POST', `${addressOf('522632')}/withdrawal`, { id: id(29), reason: '重新申报' })
}

const tooLate = '2020-05-30T00:00:00+08:00'

/** Steps of an application at the wrong moment: too early, too late, in the wrong state. */
export const deadlineCases: readonly BadRequest[] = [
  {
    name: 'a submission the rules stop',
    who: government,
    send: w => json('POST', draft('submission'), { id: id(23), version: w.draftVersion }),
    status: 422,
    code: 'application-not-submittable',
    says: '还不能提交：2 项必须达到的要求未达到或无法认定，0 项原则性要求未写理由。',
  },
  {
    name: 'a submission of a stale version',
    who: government,
    send: () => json('POST', draft('submission'), { id: id(23), version: 1 }),
    status: 409,
    code: 'application-changed-meanwhile',
    says: '您打开之后申报又有修改，提交前请重新查看最新内容。',
  },
  {
    name: 'a submission after the deadline',
    who: government,
    at: tooLate,
    send: w => json('POST', draft('submission'), { id: id(23), version: w.draftVersion }),
    status: 409,
    code: 'deadline-passed',
    says: '申报已于 2020-05-29 23:59:59（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。',
  },
  {
    name: 'a save after the deadline',
    who: office,
    at: tooLate,
    send: w => json('POST', draft('saves'), { id: id(21), version: w.draftVersion, edits: { 'text:approach': 'x' } }),
    status: 409,
    code: 'deadline-passed',
    says: '申报已于 2020-05-29 23:59:59（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。',
  },
  {
    name: 'an opening after the deadline',
    who: 'rongjiang-government',
    at: tooLate,
    prepare: withdrawRongjiang,
    send: () => json('POST', '/api/applications', { id: id(24), countyCode: '522632', year: 2020, type: 'first' }),
    status: 409,
    code: 'deadline-passed',
    says: '申报已于 2020-05-29 23:59:59（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。',
  },
  {
    name: 'a withdrawal without a reason',
    who: government,
    send: () => json('POST', draft('withdrawal'), { id: id(25), reason: ' ' }),
    status: 400,
    code: 'reason-needed',
    says: '请写明理由（至少四个字），它会留在记录里。',
    where: 'reason',
  },
  {
    name: 'the return of a draft',
    who: 'sichuan-commerce',
    send: () => json('POST', draft('return'), { id: id(26), reason: '请修改' }),
    status: 409,
    code: 'application-state-forbids-action',
    says: '申报现为“草稿”，不能退回修改；只有“已提交”的申报可以。',
  },
  {
    name: 'a ruling on a line that is not there',
    who: 'sichuan-commerce',
    send: () =>
      json('POST', draft('rulings'), { id: id(27), lineId: 'nothing', lineName: '没有', decision: 'permitted', reason: '理由充分' }),
    status: 409,
    code: 'line-changed-meanwhile',
    says: '这条预算行已被改名或删除，请按最新内容裁定。',
  },
  {
    name: 'a ruling that is none',
    who: 'sichuan-commerce',
    send: () => json('POST', draft('rulings'), { id: id(27), lineId: 'a', lineName: 'a', decision: 'maybe', reason: '理由充分' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.decision：应为以下之一：permitted、prohibited',
    where: 'body.decision',
  },
  {
    name: 'a reopening before anything is forfeited',
    who: 'centre',
    send: () => json('POST', draft('reopening'), { id: id(28), reason: '特殊情况', until: '2020-06-05T00:00:00+08:00' }),
    status: 409,
    code: 'application-state-forbids-action',
    says: '申报现为“草稿”，不能裁定重新开放；只有“视同自动放弃”的申报可以。',
  },
  {
    name: 'a difference between versions that are not there',
    who: office,
    send: () => get(`${draft('difference')}?from=1&to=9999`),
    status: 404,
    code: 'version-not-found',
    says: '没有第 9999 版。',
  },
]
