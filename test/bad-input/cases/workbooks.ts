import iconv from 'iconv-lite'
import { bytes, id } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { compoundFile, text, withSheet, workbook, zipBomb } from '../files.ts'
import { draft } from './draft.ts'

const header = ['指标类别', '指标名称', '单位', '基期值', '基期时间', '目标值', '目标时间', '统计口径']
const who = 'zhaojue-office'
const handIn =
  (content: Uint8Array, name = '目标.xlsx', version?: number) =>
  (world: World) =>
    bytes(
      draft(`imports?id=${id(40)}&saveId=${id(41)}&sheet=goals&name=${encodeURIComponent(name)}&version=${version ?? world.draftVersion}`),
      content,
    )
const good = await workbook([header])

/** Workbooks handed back that cannot be read at all. (Wrong cells are kept with their errors until mended; see workbook-errors.ts.) */
export const workbookCases: readonly BadRequest[] = [
  {
    name: 'an old .xls',
    who,
    send: handIn(compoundFile, '目标.xls'),
    status: 400,
    code: 'file-type-unsupported',
    says: '不能读取旧格式 .xls；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。',
  },
  {
    name: 'a WPS .et',
    who,
    send: handIn(compoundFile, '目标.et'),
    status: 400,
    code: 'file-type-unsupported',
    says: '不能读取 WPS 格式 .et；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。',
  },
  {
    name: 'a workbook with a password',
    who,
    send: handIn(compoundFile),
    status: 400,
    code: 'file-type-unsupported',
    says: '文件名是 .xlsx，内容却是旧格式或设了密码；请取消密码，另存为“Excel 工作簿（.xlsx）”再上传。',
  },
  {
    name: 'a PDF called a workbook',
    who,
    send: handIn(text('%PDF-1.4')),
    status: 400,
    code: 'file-extension-mismatch',
    says: '文件名是 .xlsx，内容却不是；请用 Excel 或 WPS 打开后另存，不要只改文件名。',
  },
  {
    name: 'an empty workbook file',
    who,
    send: handIn(new Uint8Array()),
    status: 400,
    code: 'file-empty',
    says: '文件是空的；请选择有内容的文件。',
  },
  {
    name: 'a workbook cut off',
    who,
    send: handIn(good.slice(0, 2_000)),
    status: 400,
    code: 'file-damaged',
    says: '文件已损坏或不完整，无法读取；请重新另存为 .xlsx 后再上传。',
  },
  {
    name: 'a zip bomb',
    who,
    send: handIn(zipBomb()),
    status: 413,
    code: 'file-inflates-too-much',
    says: '文件解压后超过 64 MB，已拒绝；请删去多余的行、格式和图片后再上传。',
  },
  {
    name: 'a workbook with an XML entity',
    who,
    send: handIn(withSheet(good, () => '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>')),
    status: 400,
    code: 'file-damaged',
    says: '文件内部结构已损坏，无法读取；请在 Excel 或 WPS 中重新另存为 .xlsx。',
  },
  {
    name: 'a workbook without a header',
    who,
    send: handIn(await workbook([['随便', '写写']])),
    status: 400,
    code: 'table-header-missing',
    says: '找不到表头；前 20 行中应有一行写明：指标类别、指标名称。',
  },
  {
    name: 'a workbook without a needed column',
    who,
    send: handIn(await workbook([header.slice(1)])),
    status: 400,
    code: 'table-column-missing',
    says: '工作表“填报”第 1 行的表头缺少：指标类别；请补上（含单位，一字不差）。',
  },
  {
    name: 'a workbook with a column twice',
    who,
    send: handIn(await workbook([[...header, '指标名称']])),
    status: 400,
    code: 'table-column-repeated',
    says: '工作表“填报”第 1 行的表头重复：指标名称；请删去多余的列。',
  },
  {
    name: 'a workbook of 10,000 rows',
    who,
    send: handIn(await workbook([header, ...Array.from({ length: 10_000 }, () => ['x', 'y'])])),
    status: 413,
    code: 'table-too-many-rows',
    says: '工作表“填报”超过 60 行；请分成几个文件上传。',
  },
  {
    name: 'a CSV in no encoding',
    who,
    send: handIn(Uint8Array.of(...iconv.encode(header.join(','), 'gbk'), 0xff, 0xff), '目标.csv'),
    status: 400,
    code: 'csv-encoding-unknown',
    says: '无法识别文件的文字编码（既不是 UTF-8 也不是 GB 18030）；请在 Excel 中另存为“CSV UTF-8”。',
  },
  {
    name: 'a workbook seen at a stale version',
    who,
    send: handIn(await workbook([header]), '目标.xlsx', 1),
    status: 409,
    code: 'application-changed-meanwhile',
    says: '昭觉县政府经办在您编辑时改过同一部分，您的修改没有保存。请对照差异后再保存。',
  },
  {
    name: 'a sheet nobody knows',
    who,
    send: w => bytes(draft(`imports?id=${id(40)}&saveId=${id(41)}&sheet=salaries&name=a.xlsx&version=${w.draftVersion}`), good),
    status: 400,
    code: 'invalid-input',
    says: 'query.sheet：应为以下之一：budget、goals',
    where: 'query.sheet',
  },
  {
    name: 'a workbook after the deadline',
    who,
    at: '2020-05-30T00:00:00+08:00',
    send: handIn(good),
    status: 409,
    code: 'deadline-passed',
    says: '申报已于 2020-05-29 23:59:59（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。',
  },
]
