import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Field, Notice, Select, useBilingual, useText } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import { methodWords } from '../sheet-words.ts'
import type { ApportionmentMethod } from '../apportion.ts'
import { messages } from './console-messages.ts'
import { isComplete, pointsOf, rescaleWeights, slideWeight, typeWeight, weightSum } from './variant.ts'
import type { Variant } from './variant.ts'
import './what-if.css'

type Change = (variant: Variant) => void
type Factor = FactorSheet['factors'][number]

/** A number and a slider for one weight; while typing, what is no weight yet stays in the box and changes nothing. */
function WeightRow({ factor, variant, base, onChange }: { factor: Factor; variant: Variant; base: Variant; onChange: Change }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [typed, setTyped] = useState<string | null>(null)
  const weight = variant.weights[factor.id]
  const points = weight ? pointsOf(weight) : '0'
  const before = base.weights[factor.id]
  const name = inLanguage(factor.title)
  const type = (text: string): void => {
    setTyped(text)
    const next = typeWeight(variant, factor.id, text)
    if (next) onChange(next)
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="numeric number">{before ? pointsOf(before) : '0'}</td>
      <td>
        <input
          className="input weight-box number"
          inputMode="decimal"
          aria-label={t('weightOf', { factor: name })}
          aria-invalid={(typed !== null && typeWeight(variant, factor.id, typed) === null) || undefined}
          value={typed ?? points}
          onChange={event => type(event.target.value)}
          onBlur={() => setTyped(null)}
        />
      </td>
      <td>
        <input
          type="range"
          className="weight-slider"
          min={0}
          max={100}
          step={1}
          aria-label={t('slideOf', { factor: name })}
          value={Math.round(Number(points))}
          onChange={event => {
            setTyped(null)
            onChange(slideWeight(variant, factor.id, Number(event.target.value)))
          }}
        />
      </td>
    </tr>
  )
}

function Weights({ sheet, variant, base, onChange }: { sheet: FactorSheet; variant: Variant; base: Variant; onChange: Change }): ReactNode {
  const t = useText(messages)
  const complete = isComplete(variant)
  return (
    <div className="weights">
      <p className="quiet">{t('weightsHint')}</p>
      <table>
        <caption className="visually-hidden">{t('weights')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('factor')}</th>
            <th scope="col" className="numeric">
              {t('base')}
            </th>
            <th scope="col" colSpan={2}>
              {t('variant')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.factors.map(factor => (
            <WeightRow key={factor.id} factor={factor} variant={variant} base={base} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <div className="weights-foot">
        {complete ? (
          <span className="quiet number">{t('sumIs', { sum: 100 })}</span>
        ) : (
          <Notice tone="must">{t('sumIs', { sum: pointsOf(weightSum(variant)) })}</Notice>
        )}
        <Button kind="quiet" disabled={complete} onClick={() => onChange(rescaleWeights(variant))}>
          {t('rescale')}
        </Button>
        <Button kind="quiet" onClick={() => onChange(base)}>
          {t('reset')}
        </Button>
      </div>
    </div>
  )
}

/** Everything the operator decides, beside the base it is compared with. */
export function VariantForm({
  sheet,
  variant,
  base,
  onChange,
}: {
  sheet: FactorSheet
  variant: Variant
  base: Variant
  onChange: Change
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const methods = Object.keys(methodWords) as ApportionmentMethod[]
  return (
    <div className="variant-form">
      <div className="variant-fields">
        <Field
          label={t('total')}
          hint={t('totalHint')}
          inputMode="numeric"
          value={variant.total}
          onChange={event => onChange({ ...variant, total: event.target.value })}
        />
        <Select
          label={t('method')}
          value={variant.method}
          choices={methods.map(method => ({ value: method, label: inLanguage(methodWords[method]) }))}
          onChange={event => onChange({ ...variant, method: methods.find(method => method === event.target.value) ?? variant.method })}
        />
        <Field
          label={t('floor')}
          inputMode="numeric"
          value={variant.floor}
          onChange={event => onChange({ ...variant, floor: event.target.value })}
        />
        <Field
          label={t('cap')}
          inputMode="numeric"
          value={variant.cap}
          onChange={event => onChange({ ...variant, cap: event.target.value })}
        />
      </div>
      <Weights sheet={sheet} variant={variant} base={base} onChange={onChange} />
    </div>
  )
}
