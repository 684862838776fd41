import type { Bilingual } from '@jincun/policy'

/** What is wrong with a cell of a form, in words: what it is and how to mend it. The codes are permanent. */
const words = {
  'cell-missing': ['没有填写；这一项必填', 'is empty; it must be filled in'],
  'cell-too-long': ['太长', 'is too long'],
  'cell-control': ['含有换行以外的控制字符；请重新输入', 'holds control characters; type it again'],
  'field-unknown': ['没有这一项；请按模板填写', 'is no field of this form; see the template'],
  'code-malformed': ['只能由字母、数字和 -_./:# 组成', 'may hold letters, digits and -_./:# only'],
  'choice-unknown': ['不在可选项内', 'is not among the choices'],
  'category-unknown': ['没有这个商品类别码', 'is no goods category'],
  'number-malformed': ['不是数字；请只写数字和小数点', 'is no number; write digits and a decimal point'],
  'number-too-fine': ['小数位太多', 'has too many decimals'],
  'number-too-small': ['小于允许的最小值', 'is below the least allowed'],
  'number-too-large': ['大于允许的最大值；请核对单位', 'is above the greatest allowed; check the unit'],
  'above-other': ['大于它所属的总数；请核对这两项', 'is more than the total it belongs to; check both'],
  'date-malformed': ['不是日期；请写成 2020-05-08', 'is no day; write 2020-05-08'],
  'period-other': ['不是本期；一次只报一期', 'is of another period; one period at a time'],
  'phone-malformed': ['不是电话号码', 'is no telephone number'],
  'link-malformed': ['不是网址；请以 http:// 或 https:// 开头', 'is no address; begin with http:// or https://'],
  'place-unknown': ['没有这个行政区划代码', 'is no place code'],
  'file-unknown': ['没有上传过这个文件；请先上传，再填文件名', 'was not sent; send the file first, then write its name'],
  'row-twice': ['与另一行重复；同一对象一期只报一行', 'is there twice; one row a period for the same thing'],
  'rows-missing': ['没有数据行', 'has no row'],
  'rows-too-many': ['行数超过上限', 'has too many rows'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type FormFaultCode = keyof typeof words

/** One cell that cannot be taken. Rows count from 1 within the form; 0 is the form as a whole. */
export type FormFault = { row: number; field: string; code: FormFaultCode; value: string }

/** What is wrong and how to mend it, in both languages. */
export function sayFormFault({ code, value }: Pick<FormFault, 'code' | 'value'>): Bilingual {
  const [zh, en] = words[code]
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value
  return shown === '' ? { zh, en } : { zh: `“${shown}”${zh}`, en: `"${shown}" ${en}` }
}
