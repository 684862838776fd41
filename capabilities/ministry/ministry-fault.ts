import type { Bilingual } from '@jincun/policy'

/** Why a report cannot be made for the ministry's system: what, and what to do about it. The codes are permanent. */
const words = {
  'settings-missing': [
    '还没有设置上报的系统和企业编码；请在“上报设置”里填写',
    'has no settings yet: say which system it reports to and its enterprise code',
  ],
  'station-not-registered': [
    '没有登记部里的站点编码；请登记，或写明不上报的原因',
    'has no station code of the ministry: register it, or say why it is not reported',
  ],
  'station-type-unmapped': ['这类站点在该系统里没有代码，不能上报', 'is of a kind this system has no code for and cannot be reported'],
  'station-code-twice': ['与另一站点用了同一个编码；请核对', 'has the code of another station; check both'],
  'text-too-long': [
    '超过该系统的长度，会被截断；请改用登记的规范简称',
    'is longer than the system takes and would be cut; use a registered short name',
  ],
  'category-unmapped': ['不是该系统的商品类别码；请更正这些交易', 'is no goods code of this system; correct these transactions'],
  'form-not-handed-in': ['还没有填报；请先填报', 'was not handed in yet; hand it in first'],
  'form-not-of-system': ['该系统没有这种报表', 'is no form of this system'],
  'choice-unmapped': ['在该系统里没有对应的代码', 'has no code in this system'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type MinistryFaultCode = keyof typeof words

/** `where` names the station, the category or the row and field. */
export type MinistryFault = { code: MinistryFaultCode; where: string; value: string }

export function sayMinistryFault({ code, where, value }: MinistryFault): Bilingual {
  const [zh, en] = words[code]
  const shown = [where, value === '' ? '' : `“${value}”`].filter(Boolean).join(' ')
  return { zh: `${shown}${zh}`, en: `${shown} ${en}` }
}
