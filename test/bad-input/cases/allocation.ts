import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { bytes, get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { compoundFile, text, workbook } from '../files.ts'

const real = readFileSync(new URL('../../../policy/programme/province-inputs-2020.csv', import.meta.url), 'utf8')
const table = real
  .trim()
  .split(/\r?\n/)
  .map(row => row.split(','))
const who = 'centre'
const upload =
  (content: Uint8Array | string, fileName = 'inputs.csv', version?: number) =>
  (world: World) =>
    bytes(
      `/api/allocations/2020/sheet/file?id=${id(50)}&version=${version ?? world.sheetVersion}&fileName=${encodeURIComponent(fileName)}`,
      typeof content === 'string' ? text(content) : content,
    )
const run = (settings: object, version?: number) => (world: World) =>
  json('POST', '/api/allocations/2020/runs', {
    id: id(51),
    version: version ?? world.sheetVersion,
    title: '测算',
    settings: { total: 170, method: 'largest-remainder', weights: {}, missing: {}, floor: 0, cap: null, ...settings },
  })
const merged = await workbook(table, page => page.mergeCells('C2:C3'))
const formulas = await workbook(table, page => {
  page.getCell('C2').value = { formula: 'SUM(C3:C9)', result: 7 }
})

/** Input sheet, runs and publication of the factor method. */
export const allocationCases: readonly BadRequest[] = [
  {
    name: 'a sheet without code column',
    who,
    send: upload(real.replace('province_code', 'code')),
    status: 400,
    code: 'table-column-missing',
    says: '第 1 行的表头缺少：省份代码；请补上（含单位，一字不差）。',
  },
  {
    name: 'a sheet with an unknown column',
    who,
    send: upload(table.map((row, index) => [...row, index ? '1' : 'bribes'].join(',')).join('\n')),
    status: 400,
    code: 'input-file-has-faults',
    says: '第1行“bribes”列：不认识这一列，请删去或改成规定的列名',
    where: '第1行“bribes”列',
  },
  {
    name: 'a sheet with merged cells',
    who,
    send: upload(merged, 'inputs.xlsx'),
    status: 400,
    code: 'input-file-has-faults',
    says: '填报 第2行“县级区划数（2020年12月）”列（C2）：属于合并单元格 C2:C3；请取消合并并逐格填写。（另有1处错误）',
    where: '填报 第2行“县级区划数（2020年12月）”列（C2）',
  },
  {
    name: 'a sheet with formulas',
    who,
    send: upload(formulas, 'inputs.xlsx'),
    status: 400,
    code: 'input-file-has-faults',
    says: '填报 第2行“县级区划数（2020年12月）”列（C2）：此格是公式，其结果不可靠；请复制后用“选择性粘贴—数值”粘贴。',
    where: '填报 第2行“县级区划数（2020年12月）”列（C2）',
  },
  {
    name: 'a sheet with a comma too many',
    who,
    send: upload(real.replace('\n', '\n\n').replace(/(\n1100[^\n]*)/, '$1,1,850')),
    status: 400,
    code: 'input-file-has-faults',
    says: '第3行“”列（W3）：此行的格数多于表头；请检查是否有未加引号的逗号（如 1,850）。',
    where: '第3行“”列（W3）',
  },
  {
    name: 'a sheet with an open quote',
    who,
    send: upload(real.replace('北京市', '"北京市')),
    status: 400,
    code: 'csv-malformed',
    says: '第 32 行附近的英文双引号不成对，无法按 CSV 读取；请检查并补全引号。',
  },
  {
    name: 'a GBK sheet cut inside a character',
    who,
    send: upload(Uint8Array.of(...iconv.encode(`${real}\n`, 'gbk'), 0x81)),
    status: 400,
    code: 'csv-encoding-unknown',
    says: '无法识别文件的文字编码（既不是 UTF-8 也不是 GB 18030）；请在 Excel 中另存为“CSV UTF-8”。',
  },
  {
    name: 'a sheet with NUL characters',
    who,
    send: upload(real.replace('北京市', '北\u0000京')),
    status: 400,
    code: 'csv-malformed',
    says: '文件含有空字符（NUL），不是正常的 CSV；请重新导出。',
  },
  {
    name: 'a sheet as .xls',
    who,
    send: upload(compoundFile, 'inputs.xls'),
    status: 400,
    code: 'file-type-unsupported',
    says: '不能读取旧格式 .xls；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。',
  },
  {
    name: 'a sheet of 3 MB',
    who,
    send: upload(real + ' '.repeat(3_000_000)),
    status: 413,
    code: 'too-large',
    says: '内容超过 2 MB 的上限。',
  },
  {
    name: 'a sheet of 300 rows',
    who,
    send: upload(`${real}\n${Array.from({ length: 300 }, () => '110000,北京市').join('\n')}`),
    status: 413,
    code: 'table-too-many-rows',
    says: '文件超过 200 行；请分成几个文件上传。',
  },
  {
    name: 'a sheet at a stale version',
    who,
    send: upload(real, 'inputs.csv', 0),
    status: 409,
    code: 'sheet-changed-meanwhile',
    says: '2020年数据表已由三部门经办改成第1版，您的修改没有保存；请对照差异后在新版上重改。',
  },
  {
    name: 'a sheet of a year without policy',
    who,
    send: () => get('/api/allocations/2031'),
    status: 422,
    code: 'policy-missing',
    says: '政策数据缺少所需的值，请补充 policy/factor-sheets/2031.yaml。',
  },
  {
    name: 'a run on no sheet',
    who,
    send: run({}, 99),
    status: 404,
    code: 'sheet-version-unknown',
    says: '2020年没有第99版数据表，请先保存数据表。',
  },
  {
    name: 'a run of 0 counties',
    who,
    send: run({ total: 0 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.settings.total：至少为 1',
    where: 'body.settings.total',
  },
  {
    name: 'a run of −5 counties',
    who,
    send: run({ total: -5 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.settings.total：至少为 1',
    where: 'body.settings.total',
  },
  {
    name: 'a run by no method',
    who,
    send: run({ method: 'by-hand' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.settings.method：应为以下之一：largest-remainder、webster、jefferson',
    where: 'body.settings.method',
  },
  {
    name: 'weights that do not add up',
    who,
    send: run({ weights: { 'poverty-counties': '1/2' } }),
    status: 400,
    code: 'weights-do-not-sum',
    says: '权重合计为50%，应为100%。',
  },
  {
    name: 'the publication of a run nobody made',
    who,
    send: () => json('POST', '/api/allocations/2020/publication', { id: id(52), runId: id(53), issue: 1, reason: '发布' }),
    status: 404,
    code: 'run-unknown',
    says: '2020年没有这次测算。',
  },
]
