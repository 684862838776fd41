import type { Bilingual, FindingStatus, RowRef } from '@jincun/policy'
import { finding } from './check.ts'
import type { Check, CheckContext } from './check.ts'

const messages: Record<FindingStatus, (name: string) => Bilingual> = {
  met: name => ({ zh: `${name}以前年度没有支持过。`, en: `${name} has not been supported in an earlier year.` }),
  unmet: name => ({
    zh: `${name}以前年度已支持过，本年度不再支持。`,
    en: `${name} was supported in an earlier year and cannot be supported again this year.`,
  }),
  unknown: name => ({
    zh: `已公布的历年名单不全，${name}以前是否支持过无法判定，须由省级主管部门确认。`,
    en: `The published lists of earlier years are incomplete: whether ${name} was supported before must be confirmed by the provincial authority.`,
  }),
}

/** Every published statement of earlier support, as rows that open to their source. */
export const supportRows = ({ standing }: Pick<CheckContext, 'standing'>): RowRef[] =>
  standing.supported.map(record => ({
    kind: 'support-record',
    key: `${record.countyCode}/${record.yearText}`,
    label: `${record.yearText}（${record.source}）`,
  }))

/** 2017 三: 已支持过的县除外. A county absent from lists that are known only in part is unknown. */
export const checkNotSupportedBefore: Check = context => {
  const { supportedBefore, name } = context.standing
  const status = supportedBefore === 'unknown' ? 'unknown' : supportedBefore === 'no' ? 'met' : 'unmet'
  const measured = supportedBefore === 'unknown' ? null : supportedBefore === 'yes' ? '支持过' : '未支持过'
  return [finding(context, { status, measured, required: '未支持过', message: messages[status](name), rows: supportRows(context) })]
}
