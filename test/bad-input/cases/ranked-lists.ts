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
  const order = {
    ...world.rankedList,
    listId: id(204),
    changeId: id(205),
    entries,
    basis: { kind: 'review', reference: null, text: '按评审得分排序' },
  }
  const saved = await (await world.program.as(who)).send<{ version: number }>('PUT', list, order)
  world.rankedList.seenVersion = saved.body.version
}

/** The ranked list of a province: saving, files, submission. */
export const rankedListCases: readonly BadRequest[] = [
  {
    name: 'the list of another province',
    who,
    send: () => get('/api/ranked-lists/2020/520000'),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'the list of no province',
    who: 'centre',
    send: () => get('/api/ranked-lists/2020/990000'),
    status: 404,
    code: 'no-such-province',
    says: '没有代码为990000的省级行政区。',
    where: 'provinceCode',
  },
  {
    name: 'the list of a county',
    who,
    send: () => get('/api/ranked-lists/2020/513431'),
    status: 400,
    code: 'invalid-input',
    says: 'params.provinceCode：应为省级代码，如 510000',
    where: 'params.provinceCode',
  },
  {
    name: 'a list in the year of another age',
    who,
    send: () => get('/api/ranked-lists/1949/510000'),
    status: 400,
    code: 'invalid-input',
    says: 'params.year：至少为 2014',
    where: 'params.year',
  },
  {
    name: 'a list saved by a county',
    who: 'zhaojue-government',
    send: save(() => ({})),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a list at a stale version',
    who,
    send: save(world => ({ seenVersion: world.rankedList.seenVersion + 7 })),
    status: 409,
    code: 'ranked-list-version',
    says: '名单现在是第0版，与您打开的不同；请看过差异后再改。',
  },
  {
    name: 'a list with rank 0',
    who,
    send: entries({ ...first, rank: 0 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.entries.0.rank：至少为 1',
    where: 'body.entries.0.rank',
  },
  {
    name: 'a list with a score in words',
    who,
    send: entries({ ...first, score: '优' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.entries.0.score：格式不对',
    where: 'body.entries.0.score',
  },
  {
    name: 'a list with a negative score',
    who,
    send: entries({ ...first, score: '-1' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.entries.0.score：格式不对',
    where: 'body.entries.0.score',
  },
  {
    name: 'a list with a type nobody knows',
    who,
    send: entries({ ...first, type: 'friend' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.entries.0.type：应为以下之一：first、repeat、regionWide、directDesignation',
    where: 'body.entries.0.type',
  },
  {
    name: 'a list file without county codes',
    who,
    send: file('rank,type,score\n1,first,90\n'),
    status: 400,
    code: 'table-column-missing',
    says: '第 1 行的表头缺少：县级代码；请补上（含单位，一字不差）。',
  },
  {
    name: 'a list file with a wrong code',
    who,
    send: file('rank,county_code,type,score\n1,51343,first,90\n'),
    status: 400,
    code: 'list-file-has-faults',
    says: '第2行“县级代码”（B2）写的是“51343”：应为 6 位行政区划代码，现为“51343”；请核对代码。',
    where: '县级代码 B2',
  },
  {
    name: 'a list file with a code in exponent form',
    who,
    send: file('rank,county_code,type,score\n1,5.13431E+05,first,90\n'),
    status: 400,
    code: 'list-file-has-faults',
    says: '第2行“县级代码”（B2）写的是“5.13431E+05”：Excel 把代码变成了科学计数法“5.13431E+05”；请把单元格格式改为“文本”后重新输入。',
    where: '县级代码 B2',
  },
  {
    name: 'a list file with an unknown type',
    who,
    send: file('rank,county_code,type,score\n1,513431,friend,90\n'),
    status: 400,
    code: 'list-file-has-faults',
    says: '第2行“类型”（C2）写的是“friend”：“friend”不在可选项内；请填：首次申报、二次申报、整区推进、典型激励县、直接纳入。',
    where: '类型 C2',
  },
  {
    name: 'a list file in GBK that is cut',
    who,
    send: file(Uint8Array.of(...iconv.encode('名次,县代码,申报类型,得分\n1,513431,首次申报,90\n', 'gbk'), 0x81)),
    status: 400,
    code: 'csv-encoding-unknown',
    says: '无法识别文件的文字编码（既不是 UTF-8 也不是 GB 18030）；请在 Excel 中另存为“CSV UTF-8”。',
  },
  {
    name: 'a list file with merged cells',
    who,
    send: file(merged, 'list.xlsx'),
    status: 400,
    code: 'list-file-has-faults',
    says: '第2行“得分”（D2）写的是“90”：属于合并单元格 D2:D3；请取消合并并逐格填写。（另有1处）',
    where: '得分 D2',
  },
  {
    name: 'a list file with formulas',
    who,
    send: file(formulas, 'list.xlsx'),
    status: 400,
    code: 'list-file-has-faults',
    says: '第2行“得分”（D2）写的是“=45*2”：此格是公式，其结果不可靠；请复制后用“选择性粘贴—数值”粘贴。',
    where: '得分 D2',
  },
  {
    name: 'a list file as .xls',
    who,
    send: file(compoundFile, 'list.xls'),
    status: 400,
    code: 'file-type-unsupported',
    says: '不能读取旧格式 .xls；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。',
  },
  { name: 'an empty list file', who, send: file(''), status: 400, code: 'file-empty', says: '文件是空的；请选择有内容的文件。' },
  {
    name: 'a list made from no source',
    who,
    send: () => json('POST', `${list}/combination`, { references: ['nothing'] }),
    status: 404,
    code: 'no-such-source',
    says: '所选的评审或名单已不存在，请刷新后重选。',
  },
  {
    name: 'a submission of a stale list',
    who,
    prepare: saveFaultyList,
    send: () => json('POST', `${list}/submission`, { id: id(202), seenVersion: 99 }),
    status: 409,
    code: 'ranked-list-version',
    says: '名单现在是第1版，与您打开的不同；请看过差异后再改。',
  },
  {
    name: 'a submission of a list with a county twice, a rank twice and a county of no code',
    prepare: saveFaultyList,
    who,
    send: w => json('POST', `${list}/submission`, { id: id(202), seenVersion: w.rankedList.seenVersion }),
    status: 422,
    code: 'list-not-submittable',
    says: '名单或方案有不符合规定之处，请逐条处理；“原则上”的条款可写明理由后报送。',
  },
  {
    name: 'a list submitted after the deadline',
    who,
    at: '2020-05-30T00:00:00+08:00',
    send: w => json('POST', `${list}/submission`, { id: id(202), seenVersion: w.rankedList.seenVersion }),
    status: 422,
    code: 'list-not-submittable',
    says: '名单或方案有不符合规定之处，请逐条处理；“原则上”的条款可写明理由后报送。',
  },
  {
    name: 'a list saved after the deadline',
    who,
    at: '2020-05-30T00:00:00+08:00',
    send: save(() => ({})),
    status: 409,
    code: 'ranked-list-state-forbids',
    says: '名单现为“视同自动放弃”，不能保存。 报送截止2020-05-30 00:00:00已过或已被认定不合规定，须由三部门裁定重新开放。',
  },
  {
    name: 'the recall of a list that was not submitted',
    who,
    send: w => json('POST', `${list}/recall`, { id: id(203), seenVersion: w.rankedList.seenVersion, reason: '补充材料' }),
    status: 409,
    code: 'ranked-list-state-forbids',
    says: '名单现为“草稿”，不能撤回修改。',
  },
]
