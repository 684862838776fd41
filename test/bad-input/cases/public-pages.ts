import { get, id } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

/** What a passer-by may ask. */
export const publicPageCases: readonly BadRequest[] = [
  { name: 'the published sheet of a year without one', send: () => get('/api/public/allocations/2017'), status: 404, code: '', says: '' },
  { name: 'a download in no format', send: () => get('/api/public/allocations/2020/file?format=exe'), status: 400, code: '', says: '' },
  { name: 'the published list of no province', send: () => get('/api/public/ranked-lists/2020/990000'), status: 404, code: '', says: '' },
  { name: 'a publication nobody made', send: () => get(`/api/public/publications/${id(230)}`), status: 404, code: '', says: '' },
  { name: 'a proof since before the log began', send: () => get('/api/public/log?since=0'), status: 400, code: '', says: '' },
  { name: 'a proof since after the log ends', send: () => get('/api/public/log?since=999999999'), status: 404, code: '', says: '' },
  { name: 'a page number below zero', send: () => get('/api/public/publications?page=-1'), status: 400, code: '', says: '' },
  { name: 'the rules of a year in words', send: () => get('/api/rules/nineteen'), status: 400, code: '', says: '' },
  { name: 'the rules of a year without policy', send: () => get('/api/rules/2031'), status: 422, code: '', says: '' },
]
