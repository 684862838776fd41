import type { BadRequest } from '../bad-request.ts'

const path = '/api/signals/511923/runs'
const id = '01900000-0000-7000-8000-00000000e001'
const look =
  (body: object, url = path) =>
  () => ({ method: 'POST' as const, url, payload: { id, from: '2020-01', to: '2020-03', ...body } })

/** Looks at reported orders and outcomes of signals that are refused. */
export const signalsCases: readonly BadRequest[] = [
  {
    name: 'signals: a contractor looks at its own county',
    who: 'pingchang-contractor',
    send: look({}),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'signals: a month that is none',
    who: 'sichuan-commerce',
    send: look({ from: '2020-13' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.from：应为月份，如 2020-05',
    where: 'body.from',
  },
  {
    name: 'signals: months the wrong way round',
    who: 'sichuan-commerce',
    send: look({ to: '2019-12' }),
    status: 400,
    code: 'period-backwards',
    says: '截止月份早于起始月份，请调换。',
    where: 'to',
  },
  {
    name: 'signals: an outcome of nothing',
    who: 'sichuan-commerce',
    send: () => ({
      method: 'POST' as const,
      url: `/api/signals/511923/${id}/outcomes`,
      payload: { id, outcome: 'cleared', measure: '', reason: '没有问题' },
    }),
    status: 404,
    code: 'no-such-record',
    says: '没有这条记录，或不在您的权限范围内。',
  },
]
