import { get, id } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

/** What a passer-by may ask. */
export const publicPageCases: readonly BadRequest[] = [
  {
    name: 'the published sheet of a year without one',
    send: () => get('/api/public/allocations/2017'),
    status: 404,
    code: 'nothing-published',
    says: '2017年的预下达数量尚未发布。',
  },
  {
    name: 'a download in no format',
    send: () => get('/api/public/allocations/2020/file?format=exe'),
    status: 400,
    code: 'invalid-input',
    says: 'query.format：应为以下之一：xlsx、csv、json',
    where: 'query.format',
  },
  {
    name: 'the published list of no province',
    send: () => get('/api/public/ranked-lists/2020/990000'),
    status: 404,
    code: 'not-published',
    says: '没有代码为 990000 的省份。',
  },
  {
    name: 'a publication nobody made',
    send: () => get(`/api/public/publications/${id(230)}`),
    status: 404,
    code: 'publication-not-found',
    says: '没有这份公开内容。',
  },
  {
    name: 'a proof since before the log began',
    send: () => get('/api/public/log?since=0'),
    status: 400,
    code: 'invalid-input',
    says: 'query.since：至少为 1',
    where: 'query.since',
  },
  {
    name: 'a proof since after the log ends',
    send: () => get('/api/public/log?since=999999999'),
    status: 400,
    code: 'log-not-that-long',
    says: '日志现有 9 条。',
    where: 'query.since',
  },
  {
    name: 'a page number below zero',
    send: () => get('/api/public/publications?page=-1'),
    status: 400,
    code: 'invalid-input',
    says: 'query.page：至少为 1',
    where: 'query.page',
  },
  {
    name: 'the rules of a year in words',
    send: () => get('/api/rules/nineteen'),
    status: 400,
    code: 'invalid-input',
    says: 'params.year：应为数字',
    where: 'params.year',
  },
  {
    name: 'the rules of a year without policy',
    send: () => get('/api/rules/2031'),
    status: 404,
    code: 'no-such-notice',
    says: '没有2031年的通知，请先补上 policy/sources/notice-2031.yaml。',
    where: 'year',
  },
]
