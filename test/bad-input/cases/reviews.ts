import { demoReviewId } from '../../../capabilities/reviews/demo-review.ts'
import { get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'

const who = 'sichuan-commerce'
const reviewer = 'sichuan-reviewer-2'
const round = `/api/review-rounds/${demoReviewId('sichuan round')}`
const expert = {
  id: id(210),
  provinceCode: '510000',
  name: '专家',
  personId: null,
  organisationName: '四川农业大学',
  title: '教授',
  homeCountyCode: '510121',
  fields: ['training'],
  declaredRelations: [],
  pastContracts: [],
  active: true,
}
const putExpert =
  (change: object, path = id(210)) =>
  () =>
    json('PUT', `/api/experts/${path}`, { version: 0, expert: { ...expert, ...change } })
const sheet =
  (items: (world: World) => object[], more: object = {}) =>
  (world: World) =>
    json('POST', `${world.assignment}/sheets`, { id: id(211), items: items(world), comment: '', ...more })
const firstItem = (change: object) => sheet(({ sheetItems: [item, ...rest] }) => [{ ...item, ...change }, ...rest])

/** The reviewer has kept a draft of the sheet already. */
const keepDraft = async ({ program, assignment }: World): Promise<void> => {
  await (await program.as(reviewer)).send('PUT', `${assignment}/draft`, { version: 0, items: [], comment: '' })
}

/** Experts, rounds and scoring. */
export const reviewCases: readonly BadRequest[] = [
  {
    name: 'an expert of another province',
    who,
    send: putExpert({ provinceCode: '520000' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'an expert without a field',
    who,
    send: putExpert({ fields: [] }),
    status: 400,
    code: 'invalid-input',
    says: 'body.expert.fields：至少 1 项',
    where: 'body.expert.fields',
  },
  {
    name: 'an expert under another id',
    who,
    send: putExpert({}, id(212)),
    status: 409,
    code: 'id-already-used',
    says: '编号已用于另一条内容，请刷新后重新填写。',
  },
  {
    name: 'an expert with an account that is none',
    who,
    send: putExpert({ personId: id(213) }),
    status: 409,
    code: 'no-reviewer-account',
    says: '所选账号不是本省的评审专家账号。',
  },
  {
    name: 'a contract that ended in 1066',
    who,
    send: putExpert({ pastContracts: [{ countyCode: '513431', organisationName: '甲', subject: '乙', endYear: 1066 }] }),
    status: 400,
    code: 'invalid-input',
    says: 'body.expert.pastContracts.0.endYear：至少为 2000',
    where: 'body.expert.pastContracts.0.endYear',
  },
  {
    name: 'a round of another province',
    who,
    send: () => json('POST', '/api/review-rounds', { id: id(214), provinceCode: '520000', year: 2020, title: '评审' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a round nobody began',
    who,
    send: () => get(`/api/review-rounds/${id(215)}`),
    status: 404,
    code: 'no-such-round',
    says: '没有这个评审轮次，或者您不能查看。',
  },
  {
    name: 'a draw at a stale version',
    who,
    send: () => json('POST', `${round}/draw`, { version: 1, parts: ['123'] }),
    status: 409,
    code: 'stale-version',
    says: '别人刚刚改过这条记录，请刷新后在新内容上再改。',
  },
  {
    name: 'the outcome before the close',
    who,
    send: () => get(`${round}/outcome`),
    status: 409,
    code: 'not-closed',
    says: '评分结束后才能查看评分。',
  },
  {
    name: 'the confirmation before the close',
    who,
    send: () => json('POST', `${round}/confirmation`, { version: 1, reasons: {} }),
    status: 409,
    code: 'stale-version',
    says: '别人刚刚改过这条记录，请刷新后在新内容上再改。',
  },
  {
    name: 'scoring until 31 June',
    who,
    send: () => json('POST', `${round}/assignments`, { version: 1, scoringUntil: '2020-06-31' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.scoringUntil：日期写作 2020-05-25',
    where: 'body.scoringUntil',
  },
  {
    name: 'an assignment of somebody else',
    who: 'guizhou-reviewer-1',
    send: w => get(w.assignment),
    status: 404,
    code: 'no-such-round',
    says: '没有这个评审轮次，或者您不能查看。',
  },
  {
    name: 'the scores asked by a county',
    who: 'zhaojue-government',
    send: () => get(`${round}/outcome`),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a sheet with 999 points',
    who: reviewer,
    send: firstItem({ halfPoints: 999 }),
    status: 422,
    code: 'sheet-incomplete',
    says: '评分表还有1处需要补全。',
  },
  {
    name: 'a sheet with a negative score',
    who: reviewer,
    send: firstItem({ halfPoints: -1 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.items.0.halfPoints：至少为 0',
    where: 'body.items.0.halfPoints',
  },
  {
    name: 'a sheet with a quarter point',
    who: reviewer,
    send: firstItem({ halfPoints: 1.5 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.items.0.halfPoints：应为整数',
    where: 'body.items.0.halfPoints',
  },
  {
    name: 'a sheet without items',
    who: reviewer,
    send: sheet(() => []),
    status: 422,
    code: 'sheet-incomplete',
    says: '评分表还有7处需要补全。',
  },
  {
    name: 'a sheet with an item nobody knows',
    who: reviewer,
    send: sheet(({ sheetItems }) => [...sheetItems, { itemId: 'charm', halfPoints: 2, reason: '好' }]),
    status: 422,
    code: 'sheet-incomplete',
    says: '评分表还有1处需要补全。',
  },
  {
    name: 'a sheet with an item twice',
    who: reviewer,
    send: sheet(({ sheetItems }) => [...sheetItems, ...sheetItems.slice(0, 1)]),
    status: 422,
    code: 'sheet-incomplete',
    says: '评分表还有1处需要补全。',
  },
  {
    name: 'a draft sheet at a stale version',
    who: reviewer,
    prepare: keepDraft,
    send: w => json('PUT', `${w.assignment}/draft`, { version: 99, items: [], comment: '' }),
    status: 409,
    code: 'stale-version',
    says: '别人刚刚改过这条记录，请刷新后在新内容上再改。',
  },
  {
    name: 'an answer to somebody else’s invitation',
    who: 'guizhou-reviewer-1',
    send: () => json('POST', `/api/my-reviews/invitations/${id(216)}/answer`, { answer: 'accept' }),
    status: 404,
    code: 'no-such-invitation',
    says: '没有这份邀请，或者已经答复。',
  },
  {
    name: 'stepping back without a word',
    who: reviewer,
    send: w => json('POST', `${w.assignment}/step-back`, { reason: ' ' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.reason：请写明需要回避的关系',
    where: 'body.reason',
  },
]
