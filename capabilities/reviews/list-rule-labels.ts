import type { Bilingual } from '@jincun/policy'

/** What each rule on lists is called where there is no room for its finding. */
export const listRuleLabels: Readonly<Record<string, Bilingual>> = {
  'known-counties': { zh: '县级代码', en: 'County codes' },
  'in-province': { zh: '本省县', en: 'Own counties' },
  'no-duplicates': { zh: '不重复', en: 'No duplicates' },
  'ranks-follow-scores': { zh: '名次与得分', en: 'Ranks and scores' },
  'each-eligible': { zh: '申报条件', en: 'Eligibility' },
  'application-cap': { zh: '申报上限', en: 'Application cap' },
  'poverty-share': { zh: '贫困县占比', en: 'Poverty share' },
  'submitted-in-time': { zh: '报送期限', en: 'Deadline' },
  'share-of-unsupported': { zh: '未支持县占比', en: 'Share of unsupported' },
  'old-base-share': { zh: '老区县占比', en: 'Share of old base counties' },
  'limited-province-maximum': { zh: '限额省上限', en: 'Maximum of limited provinces' },
}
