import type { Bilingual } from '@jincun/policy'
import type { ApportionmentMethod } from './apportion.ts'
import type { Hold } from './bounded-shares.ts'
import type { Basis, Factor, MissingTreatment, Normalisation } from './normalise.ts'

const words = (zh: string, en: string): Bilingual => ({ zh, en })

export const methodWords: Record<ApportionmentMethod, Bilingual> = {
  'largest-remainder': words('最大余数法', 'Largest remainder'),
  webster: words('韦伯斯特法（圣拉古法）', 'Webster (Sainte-Laguë)'),
  jefferson: words('杰斐逊法（顿特法）', "Jefferson (D'Hondt)"),
}

export const methodRule: Record<ApportionmentMethod, Bilingual> = {
  'largest-remainder': words(
    '先给各省精确份额的整数部分，剩下的名额按余数从大到小每省加一个。',
    'Each province gets the whole part of its exact share; the seats left over go one each to the largest remainders.',
  ),
  webster: words(
    '得分除以同一个除数后四舍五入；除数取使合计恰为总数的值。',
    'Scores are divided by one divisor and rounded to the nearest; the divisor is one that makes the seats add up to the total.',
  ),
  jefferson: words(
    '得分除以同一个除数后舍去小数；除数取使合计恰为总数的值。',
    'Scores are divided by one divisor and rounded down; the divisor is one that makes the seats add up to the total.',
  ),
}

export const tieRule = words(
  '优先值相等时，得分高的省在先；得分也相等时，代码小的省在先。',
  'Equal priorities: the higher score comes first; equal scores: the lower code.',
)

export const betterWords: Record<Factor['better'], Bilingual> = {
  higher: words('越大越好', 'More is better'),
  lower: words('越小越好', 'Less is better'),
}

export const normalisationWords: Record<Normalisation, { title: Bilingual; formula: Bilingual }> = {
  share: {
    title: words('占比', 'Share'),
    formula: words('标准化值 = 同向值 ÷ 各省同向值合计', 'normalised = directed value ÷ sum of directed values'),
  },
  max: {
    title: words('除以最大值', 'By maximum'),
    formula: words('标准化值 = 同向值 ÷ 最大的同向值', 'normalised = directed value ÷ largest directed value'),
  },
  'min-max': {
    title: words('极差标准化', 'Min–max'),
    formula: words('标准化值 =（同向值 − 最小值）÷（最大值 − 最小值）', 'normalised = (directed value − smallest) ÷ (largest − smallest)'),
  },
  rank: {
    title: words('按名次', 'By rank'),
    formula: words(
      '标准化值 =（比它小的个数 ×2 + 与它相等的个数 + 1）÷（个数 ×2）',
      'normalised = (2 × number below + number equal + 1) ÷ (2 × number of values)',
    ),
  },
}

export const missingWords: Record<MissingTreatment, Bilingual> = {
  reweight: words('不计该因素，其余权重按比例放大', 'Left out; other weights scaled up'),
  zero: words('该因素记零分', 'Scores zero on this factor'),
  mean: words('按已公布各省的平均值计', 'Takes the mean of the published figures'),
  refuse: words('不允许缺数', 'No figure may be missing'),
}

export const basisWords: Record<Basis, Bilingual> = { ...missingWords, published: words('已公布', 'Published') }

export const holdWords: Record<Hold, Bilingual> = {
  free: words('按得分', 'By score'),
  floor: words('保底', 'Floor'),
  cap: words('封顶', 'Cap'),
}

export const unpublished = words('未公布', 'Not published')
export const noCap = words('不设', 'none')
export const notUsed = words('不用', 'not used')
export const leftOut = '—'
