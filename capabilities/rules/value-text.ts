import { formatWanYuan } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { ParameterView } from './clause-view.ts'

const same = (text: string): Bilingual => ({ zh: text, en: text })

/** '191/1000' → '19.1%'; fractions that are no per mille stay as the notice writes them, 1/3. */
function ratioText(ratio: string): string {
  const [numerator = '', denominator = ''] = ratio.split('/')
  if (denominator === '100') return `${numerator}%`
  if (denominator !== '1000') return ratio
  const perMille = numerator.padStart(2, '0')
  return `${perMille.slice(0, -1)}.${perMille.slice(-1)}%`
}

/** A number as people read it, with its unit. */
export function valueText({ unit, value }: Pick<ParameterView, 'unit' | 'value'>): Bilingual {
  if (Array.isArray(value)) return { zh: value.join('、'), en: value.join(', ') }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (unit === 'percent') return same(`${value}%`)
  if (unit === 'ratio') return same(ratioText(String(value)))
  if (unit === 'fen') return { zh: `${formatWanYuan(BigInt(value))} 万元`, en: `${formatWanYuan(BigInt(value))} × 10,000 yuan` }
  return unit === 'points' ? { zh: `${value} 分`, en: `${value} points` } : same(String(value))
}
