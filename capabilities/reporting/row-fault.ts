import type { Bilingual } from '@jincun/policy'

/** What is wrong with a cell, in words: what it is and how to mend it. The codes are permanent. */
const words = {
  'cell-missing': ['没有填写；这一列必填', 'is empty; this column must be filled'],
  'cell-too-long': ['太长；请核对是否串列', 'is too long; check whether columns slipped'],
  'cell-unreadable': ['含有无法识别的字符；请以 UTF-8 重新导出', 'holds characters that cannot be read; export again as UTF-8'],
  'cells-too-many': ['这一行的单元格多于表头；请检查逗号和引号', 'has more cells than the header; check commas and quotes'],
  'quote-unclosed': ['英文双引号不成对，这一行无法读取', 'has a quotation mark without its pair and cannot be read'],
  'not-an-object': ['不是一个 JSON 对象；每行写一个 {…}', 'is not a JSON object; write one {…} a line'],
  'code-malformed': ['只能由字母、数字和 -_./:# 组成', 'may hold letters, digits and -_./:# only'],
  'digits-lost': ['Excel 已把后面的数字变成 0（科学计数法）；请按文本重新导出', 'lost digits to Excel (exponent form); export it as text'],
  'instant-malformed': ['不是时间；请写成 2020-05-08 14:03:21', 'is no time; write 2020-05-08 14:03:21'],
  'in-future': ['晚于现在；未发生的交易不能上报', 'is later than now; what has not happened cannot be reported'],
  'too-early': ['早于示范工作开始的年份；请核对年份', 'is before the programme began; check the year'],
  'entry-before-business': ['录入日期早于交易日期', 'is a day before the business took place'],
  'choice-unknown': ['不在可选项内；请按模板填写', 'is not among the choices; see the template'],
  'category-unknown': ['没有这个商品类别码', 'is no goods category'],
  'category-not-of-direction': [
    '代买码和代卖码不能混用：上行用代卖码，下行用代买码',
    'is of the other direction: sell codes go with up, buy codes with down',
  ],
  'number-malformed': ['不是数字；请只写数字和小数点', 'is no number; write digits and a decimal point'],
  'number-not-positive': ['须大于 0；退款另记一行并填原订单号', 'must be above 0; a refund is a row of its own that names its order'],
  'number-too-fine': ['小数位太多；金额精确到分，数量最多三位小数', 'has too many decimals; money goes to the 分, quantities to three'],
  'number-too-large': ['过大；请核对单位是否为元', 'is too large; check that the unit is yuan'],
  'place-malformed': ['应为6、9或12位行政区划代码', 'must be a place code of six, nine or twelve digits'],
  'place-unknown': ['没有这个行政区划代码', 'is no place code'],
  'place-of-another-county': [
    '不在本县：上行的卖方、下行的买方应在本县',
    'is not in this county: the seller of up, the buyer of down must be',
  ],
  'station-malformed': ['应以6位县级代码开头，后接字母或数字', 'must begin with the six digits of the county, then letters or digits'],
  'station-of-another-county': [
    '是其他县的站点编码；本批只收本县数据',
    'is a station of another county; this batch takes its own county only',
  ],
  'refund-of-itself': ['退款不能指向自己；请填原订单号', 'names itself; name the order that was refunded'],
  'order-not-reported': ['没有报过这个订单，无从更正', 'was never reported, so there is nothing to correct'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type RowFaultCode = keyof typeof words

/** Codes as a list, for the published contract. */
export const rowFaultCodes = Object.keys(words) as RowFaultCode[]

/** One cell that cannot be taken. Rows count as Excel shows them: the header of a table is row 1. */
export type RowFault = { row: number; column: string; code: RowFaultCode; value: string }

/** What is wrong and how to mend it, in both languages. */
export function sayRowFault(code: RowFaultCode, value: string): Bilingual {
  const [zh, en] = words[code]
  const shown = value === '' ? '' : value
  return { zh: shown === '' ? zh : `“${shown}”${zh}`, en: shown === '' ? en : `"${shown}" ${en}` }
}
