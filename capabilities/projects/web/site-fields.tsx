import type { ReactNode } from 'react'
import { Field, Select, useBilingual, useText } from '@jincun/ui'
import { NodeKind, nodeKindLabels } from '../index.ts'
import type { Site } from '../index.ts'
import { words } from './messages-common.ts'
import { formMessages } from './messages-forms.ts'
import { fenOfWan, wanText } from './money-text.ts'

const wholeOf = (text: string | undefined): number | null | undefined => {
  if (!text) return null
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}

/** What the fields say, or null when an amount or number cannot be read. */
export function siteOfFields(fields: Record<string, string>, projectId: string) {
  const [centralFen, investmentFen] = [fenOfWan(fields.central), fenOfWan(fields.investment)]
  const [area, residents] = [wholeOf(fields.area), wholeOf(fields.residents)]
  if (centralFen === null || investmentFen === null || area === undefined || residents === undefined) return null
  return {
    projectId,
    kind: fields.kind,
    name: fields.name,
    placeCode: fields.placeCode ?? '',
    route: fields.route ?? '',
    address: fields.address ?? '',
    longitude: fields.longitude || null,
    latitude: fields.latitude || null,
    areaSquareMetres: area,
    residents,
    poorVillage: fields.poor === 'yes' ? true : fields.poor === 'no' ? false : null,
    centralFen,
    investmentFen,
    premises: fields.premises,
  }
}

function Money({ standing }: { standing: Site | null }): ReactNode {
  const t = useText(formMessages)
  return (
    <>
      <Field
        name="central"
        label={t('central')}
        inputMode="decimal"
        required
        defaultValue={standing ? wanText(standing.centralFen) : undefined}
      />
      <Field
        name="investment"
        label={t('investment')}
        inputMode="decimal"
        required
        defaultValue={standing ? wanText(standing.investmentFen) : undefined}
      />
    </>
  )
}

/** All that is asked about a site, filled in with what stands. */
export function SiteFields({ standing }: { standing: Site | null }): ReactNode {
  const t = useText(formMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const premises = (['existing', 'rebuilt', 'new', 'none'] as const).map(value => ({
    value,
    label: t(value === 'none' ? 'nonePremises' : value),
  }))
  const poor = [
    { value: '', label: common('notAsked') },
    { value: 'yes', label: common('yes') },
    { value: 'no', label: common('no') },
  ]
  return (
    <>
      <Field name="name" label={t('siteName')} required maxLength={100} defaultValue={standing?.name} />
      <Select
        name="kind"
        label={t('kind')}
        choices={NodeKind.options.map(value => ({ value, label: inLanguage(nodeKindLabels[value]) }))}
        defaultValue={standing?.kind}
      />
      <Select name="premises" label={t('premises')} hint={t('premisesHint')} choices={premises} defaultValue={standing?.premises} />
      <Money standing={standing} />
      <Field name="address" label={t('address')} maxLength={200} optional defaultValue={standing?.address} />
      <Field
        name="placeCode"
        label={t('placeCode')}
        hint={t('placeCodeHint')}
        inputMode="numeric"
        optional
        defaultValue={standing?.placeCode}
      />
      <Field name="route" label={t('route')} maxLength={100} optional defaultValue={standing?.route} />
      <Field name="area" label={t('areaMetres')} inputMode="numeric" optional defaultValue={standing?.areaSquareMetres ?? undefined} />
      <Field name="residents" label={t('residents')} inputMode="numeric" optional defaultValue={standing?.residents ?? undefined} />
      <Select
        name="poor"
        label={t('poorVillage')}
        choices={poor}
        defaultValue={standing?.poorVillage === true ? 'yes' : standing?.poorVillage === false ? 'no' : ''}
      />
      <Field name="longitude" label={t('longitude')} inputMode="decimal" optional defaultValue={standing?.longitude ?? undefined} />
      <Field name="latitude" label={t('latitude')} inputMode="decimal" optional defaultValue={standing?.latitude ?? undefined} />
    </>
  )
}
