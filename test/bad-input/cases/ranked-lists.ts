import iconv from 'iconv-lite'
import { bytes, get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { compoundFile, text, workbook } from '../files.ts'

const who = 'sichuan-commerce'
const list = '/api/ranked-lists/2020/510000'
const save =
  (change: (world: World) => object, path = list) =>
  (world: World) =>
    json('PUT', path, { listId: id(200), changeId: id(201), ...world.rankedList, ...change(world) })
const entries = (...changed: object[]) => save(() => ({ entries: changed }))
const first = { rank: 1, countyCode: '513431', type: 'first', score: '90' }
const file =
  (content: Uint8Array | string, fileName = 'list.csv') =>
  () =>
    bytes(`${list}/file?fileName=${encodeURIComponent(fileName)}`, typeof content === 'string' ? text(content) : content)
const header = ['rank', 'county_code', 'type', 'score']
const merged = await workbook([header, [1, '513431', 'first', 90], [2, '511923', 'first', 80]], page => page.mergeCells('D2:D3'))
const formulas = await workbook([header, [1, '513431', 'first', 90]], page => {
  page.getCell('D2').value = { formula: '45*2', result: 90 }
})

/** A draft may be wrong; its submission may not. */
async function saveFaultyList(world: World): Promise<void> {
  const entries = [first, { ...first, rank: 2 }, { ...first, countyCode: '511923' }, { ...first, rank: 3, countyCode: '519999' }]
  const order = { ...world.rankedList, listId: id(204), changeId: id(205), entries }
  const saved = await (await world.program.as(who)).send<{ version: number }>('PUT', list, order)
  world.rankedList.seenVersion = saved.body.version
}

/** The ranked list of a province: saving, files, submission. */
export const rankedListCases: readonly BadRequest[] = [
  { name: 'the list of another province', who, send: () => get('/api/ranked-lists/2020/520000'), status: 403, code: '', says: '' },
  { name: 'the list of no province', who: 'centre', send: () => get('/api/ranked-lists/2020/990000'), status: 404, code: '', says: '' },
  { name: 'the list of a county', who, send: () => get('/api/ranked-lists/2020/513431'), status: 400, code: '', says: '' },
  { name: 'a list in the year of another age', who, send: () => get('/api/ranked-lists/1949/510000'), status: 400, code: '', says: '' },
  { name: 'a list saved by a county', who: 'zhaojue-government', send: save(() => ({})), status: 403, code: '', says: '' },
  {
    name: 'a list at a stale version',
    who,
    send: save(world => ({ seenVersion: world.rankedList.seenVersion + 7 })),
    status: 409,
    code: '',
    says: '',
  },
  { name: 'a list with rank 0', who, send: entries({ ...first, rank: 0 }), status: 400, code: '', says: '' },
  { name: 'a list with a score in words', who, send: entries({ ...first, score: '优' }), status: 400, code: '', says: '' },
  { name: 'a list with a negative score', who, send: entries({ ...first, score: '-1' }), status: 400, code: '', says: '' },
  { name: 'a list with a type nobody knows', who, send: entries({ ...first, type: 'friend' }), status: 400, code: '', says: '' },
  { name: 'a list file without county codes', who, send: file('rank,type,score\n1,first,90\n'), status: 400, code: '', says: '' },
  {
    name: 'a list file with a wrong code',
    who,
    send: file('rank,county_code,type,score\n1,51343,first,90\n'),
    status: 400,
    code: '',
    says: '',
  },
  {
    name: 'a list file with a code in exponent form',
    who,
    send: file('rank,county_code,type,score\n1,5.13431E+05,first,90\n'),
    status: 400,
    code: '',
    says: '',
  },
  {
    name: 'a list file with an unknown type',
    who,
    send: file('rank,county_code,type,score\n1,513431,friend,90\n'),
    status: 400,
    code: '',
    says: '',
  },
  {
    name: 'a list file in GBK that is cut',
    who,
    send: file(Uint8Array.of(...iconv.encode('名次,县代码,申报类型,得分\n1,513431,首次申报,90\n', 'gbk'), 0x81)),
    status: 400,
    code: '',
    says: '',
  },
  { name: 'a list file with merged cells', who, send: file(merged, 'list.xlsx'), status: 400, code: '', says: '' },
  { name: 'a list file with formulas', who, send: file(formulas, 'list.xlsx'), status: 400, code: '', says: '' },
  { name: 'a list file as .xls', who, send: file(compoundFile, 'list.xls'), status: 400, code: '', says: '' },
  { name: 'an empty list file', who, send: file(''), status: 400, code: '', says: '' },
  {
    name: 'a list made from no source',
    who,
    send: () => json('POST', `${list}/combination`, { references: ['nothing'] }),
    status: 404,
    code: '',
    says: '',
  },
  {
    name: 'a submission of a stale list',
    who,
    send: () => json('POST', `${list}/submission`, { id: id(202), seenVersion: 99 }),
    status: 409,
    code: '',
    says: '',
  },
  {
    name: 'a submission of a list with a county twice, a rank twice and a county of no code',
    prepare: saveFaultyList,
    who,
    send: w => json('POST', `${list}/submission`, { id: id(202), seenVersion: w.rankedList.seenVersion }),
    status: 422,
    code: '',
    says: '',
  },
  {
    name: 'a list submitted after the deadline',
    who,
    at: '2020-05-30T00:00:00+08:00',
    send: w => json('POST', `${list}/submission`, { id: id(202), seenVersion: w.rankedList.seenVersion }),
    status: 409,
    code: '',
    says: '',
  },
  {
    name: 'a list saved after the deadline',
    who,
    at: '2020-05-30T00:00:00+08:00',
    send: save(() => ({})),
    status: 409,
    code: '',
    says: '',
  },
  {
    name: 'the recall of a list that was not submitted',
    who,
    send: w => json('POST', `${list}/recall`, { id: id(203), seenVersion: w.rankedList.seenVersion, reason: '补充材料' }),
    status: 409,
    code: '',
    says: '',
  },
]
