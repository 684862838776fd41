import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  Field,
  Link,
  Loaded,
  newId,
  Notice,
  ProblemNotice,
  Select,
  useApi,
  useBilingual,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { allocate } from '../allocate.ts'
import type { FactorInputs } from '../factor-input.ts'
import { readInputGrid } from '../read-input-grid.ts'
import { marginalEffects } from '../what-if.ts'
import { Comparison, Marginal, NearLine } from './comparison.tsx'
import { messages } from './console-messages.ts'
import { TreatmentList } from './coverage-table.tsx'
import { sheetTreatments, useTreatments } from './treatments.ts'
import type { Treatments } from './treatments.ts'
import { optionsOfVariant, settingsOfVariant, variantOfSettings, variantOfSheet } from './variant.ts'
import type { Variant } from './variant.ts'
import { VariantForm } from './variant-form.tsx'
import type { Overview, RunDetail } from './view.ts'

/** Keeps the variant as a run; it is then repeated and stored by the server. */
function KeepRun({ overview, variant, treatments }: { overview: Overview; variant: Variant; treatments: Treatments }): ReactNode {
  const t = useText(messages)
  const [id, setId] = useState(newId)
  const [title, setTitle] = useState('')
  const [kept, setKept] = useState<{ id: string; title: string } | null>(null)
  const { send, sending, problem } = useSend<{ id: string }>()
  const { year, inputs } = overview
  const keep = async (): Promise<void> => {
    const settings = settingsOfVariant(variant, treatments)
    const answer = await send(`/api/allocations/${year}/runs`, { id, version: inputs.version, title, settings })
    if (!answer) return
    setKept({ id: answer.id, title })
    setId(newId())
  }
  if (inputs.version === 0)
    return (
      <Notice tone="should">
        {t('saveInputsFirst')} <Link href={`/allocation/${year}/inputs`}>{t('openInputs')}</Link>
      </Notice>
    )
  return (
    <div className="keep-run">
      <Field
        label={t('runName')}
        hint={`${t('runNameHint')}（${t('useInputs', { version: inputs.version })}）`}
        value={title}
        maxLength={100}
        onChange={event => setTitle(event.target.value)}
      />
      <Button kind="primary" busy={sending} disabled={title.trim() === ''} onClick={() => void keep()}>
        {t('keepLabel')}
      </Button>
      <ProblemNotice problem={problem} />
      {kept ? (
        <Notice tone="met" alert>
          {t('kept')} <Link href={`/allocation/${year}/runs/${kept.id}`}>{kept.title}</Link>
        </Notice>
      ) : null}
    </div>
  )
}

type Base = { variant: Variant; treatments: Treatments }
type WorkProps = { overview: Overview; inputs: FactorInputs; base: Base }

function Work({ overview, inputs, base }: WorkProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { sheet } = overview
  const { treatments, choose } = useTreatments(base.treatments)
  const [variant, setVariant] = useState(base.variant)
  const shown = useDeferredValue(variant)
  const before = useMemo(() => allocate(inputs, sheet, optionsOfVariant(base.variant, base.treatments)), [inputs, sheet, base])
  const after = useMemo(() => allocate(inputs, sheet, optionsOfVariant(shown, treatments)), [inputs, sheet, shown, treatments])
  const refused = !after.ok ? after.reason : !before.ok ? before.reason : null
  const titleOf = (id: string): string => {
    const factor = sheet.factors.find(item => item.id === id)
    return factor ? inLanguage(factor.title) : id
  }
  return (
    <>
      <div className="what-if">
        <Section title={t('variant')}>
          <VariantForm sheet={sheet} variant={variant} base={base.variant} onChange={setVariant} />
          <h3>{t('coverage')}</h3>
          <TreatmentList sheet={sheet} inputs={inputs} treatments={treatments} onChoose={choose} />
        </Section>
        <Section title={t('compare')}>
          {refused ? (
            <Notice tone="must" alert>
              {inLanguage(refused.message)}
            </Notice>
          ) : null}
          {before.ok && after.ok ? <Comparison base={before.value} variant={after.value} /> : null}
        </Section>
      </div>
      {after.ok ? (
        <>
          <Section title={t('keep')}>
            <KeepRun overview={overview} variant={variant} treatments={treatments} />
          </Section>
          <Section title={t('near')}>
            <NearLine allocation={after.value} />
          </Section>
          <Section title={t('marginal')}>
            <Marginal
              key={after.value.inputsHash}
              titleOf={titleOf}
              compute={() => marginalEffects(inputs, sheet, optionsOfVariant(shown, treatments), after.value)}
            />
          </Section>
        </>
      ) : null}
    </>
  )
}

const defaultBase = 'sheet'
/** Only where nothing was ever run; the operator puts the real total in its place. */
const firstTotal = '100'

/** What is compared with: a kept run's settings, or those the factor sheet proposes. Null while the run is under way. */
function useBase(overview: Overview, chosen: string): { base: Base | null; run: ReturnType<typeof useApi<RunDetail>> } {
  const { runs, sheet } = overview
  const run = useApi<RunDetail>(chosen === defaultBase ? null : `/api/allocation-runs/${chosen}`)
  const settings = run.data?.id === chosen ? run.data.snapshot.settings : null
  const total = String(runs[0]?.total ?? firstTotal)
  const base = useMemo((): Base | null => {
    if (chosen === defaultBase) return { variant: variantOfSheet(sheet, total), treatments: sheetTreatments(sheet) }
    return settings && { variant: variantOfSettings(settings, sheet), treatments: { ...sheetTreatments(sheet), ...settings.missing } }
  }, [chosen, sheet, settings, total])
  return { base, run }
}

/** Chooses the base, then works on a variant beside it. */
function Compare({ overview, inputs }: { overview: Overview; inputs: FactorInputs }): ReactNode {
  const t = useText(messages)
  const { runs, published } = overview
  const [chosen, setChosen] = useState(published?.runId ?? runs[0]?.id ?? defaultBase)
  const { base, run } = useBase(overview, chosen)
  const choices = [{ value: defaultBase, label: t('baseSheet') }, ...runs.map(({ id, title }) => ({ value: id, label: title }))]
  return (
    <>
      <div className="base-choice">
        <Select label={t('base')} value={chosen} choices={choices} onChange={event => setChosen(event.target.value)} />
      </div>
      {base ? <Work key={chosen} overview={overview} inputs={inputs} base={base} /> : <Loaded query={run}>{() => null}</Loaded>}
    </>
  )
}

/** What-if: two settings side by side on the current figures, worked out in the browser by the program the server uses. */
export default function WhatIfPage(): ReactNode {
  const t = useText(messages)
  const year = usePathPart('year')
  const query = useApi<Overview>(`/api/allocations/${year}`)
  return (
    <ConsolePage
      title={t('whatIfTitle', { year })}
      lead={t('whatIfLead')}
      actions={<ButtonLink href={`/allocation/${year}`}>{t('back')}</ButtonLink>}
    >
      <Loaded query={query}>
        {overview => {
          const { inputs, errors } = readInputGrid(overview.inputs.grid, { sheet: overview.sheet, provinces: overview.provinces })
          return inputs ? (
            <Compare overview={overview} inputs={inputs} />
          ) : (
            <Notice tone="must">
              {t('fixFirst', { n: errors.length })} <Link href={`/allocation/${year}/inputs`}>{t('openInputs')}</Link>
            </Notice>
          )
        }}
      </Loaded>
    </ConsolePage>
  )
}
