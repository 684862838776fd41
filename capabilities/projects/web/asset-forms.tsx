import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, FileField, newId, Notice, Select, TextArea, useNow, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { AssetCard } from '../index.ts'
import { freeNumbers } from './asset-view.ts'
import type { AssetContract, AssetLine, AssetView } from './asset-view.ts'
import { words } from './messages-common.ts'
import { assetMessages } from './messages-asset.ts'
import { fenOfYuan, yuanText } from './money-text.ts'

type FieldsProps = { view: AssetView; county: string; start: Partial<AssetCard>; projectId: string; onPhoto: (id: string) => void }

/** What cards of one line share; each card's own number and serial stand elsewhere. */
function CommonFields({ view, county, start, projectId, onPhoto }: FieldsProps): ReactNode {
  const t = useText(assetMessages)
  const sites = view.sites.filter(site => site.projectId === projectId)
  return (
    <>
      <Field name="name" label={t('name')} required maxLength={100} defaultValue={start.name} />
      <Field name="model" label={t('model')} optional maxLength={100} defaultValue={start.model} />
      <Field
        name="value"
        label={t('valueEach')}
        inputMode="decimal"
        required
        defaultValue={start.valueFen ? yuanText(start.valueFen) : undefined}
      />
      <Field name="acquiredOn" type="date" label={t('acquiredOn')} required defaultValue={start.acquiredOn} />
      <Select
        name="site"
        label={t('site')}
        choices={[...sites.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('noSite') }]}
        defaultValue={start.siteId ?? sites[0]?.id ?? ''}
      />
      <Field name="place" label={t('place')} required maxLength={200} defaultValue={start.place ?? sites[0]?.address} />
      <Field name="keeper" label={t('keeper')} required maxLength={50} defaultValue={start.keeper} />
      <FileField label={t('photo')} path={`/api/projects/${county}/files`} photo onFile={onPhoto} />
    </>
  )
}

const sharedOf = (fields: Record<string, string>, valueFen: string) => ({
  name: fields.name ?? '',
  model: fields.model ?? '',
  valueFen,
  acquiredOn: fields.acquiredOn ?? '',
  siteId: fields.site || null,
  place: fields.place ?? '',
  keeper: fields.keeper ?? '',
})

const serialsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

type NewProps = { view: AssetView; county: string; entry: { contract: AssetContract; line: AssetLine; there: number } }

/** Cards for the pieces of a line that have none: one a serial number, numbers running on. */
export function NewCards({ view, county, entry }: NewProps): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [photo, setPhoto] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const [ids, setIds] = useState<string[]>([])
  const today = shanghaiDate(useNow())
  const { contract, line, there } = entry
  const most = line.quantity - there
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const valueFen = fenOfYuan(fields.value)
    const serials = serialsOf(fields.serials)
    const fits = serials.length >= 1 && serials.length <= most
    setFault(valueFen === null ? common('badMoney') : fits ? '' : t('tooMany', { n: serials.length, most }))
    if (valueFen === null || !fits) return false
    const numbers = freeNumbers(county, view, serials.length)
    for (const [index, serial] of serials.entries()) {
      const card = {
        ...sharedOf(fields, valueFen),
        contractId: contract.id,
        contractLineId: line.id,
        number: numbers[index],
        serial: serial === '-' ? '' : serial,
        photoFileId: photo,
        state: 'in-use',
        seenVersion: 0,
      }
      if ((await send(`/api/projects/${county}/assets/${ids[index] ?? newId()}`, card)) === null) return false
    }
    return true
  }
  const open = (): void => {
    setPhoto(null)
    setFault('')
    setIds(Array.from({ length: most }, newId))
    clear()
  }
  const each = String(BigInt(line.amountFen) / BigInt(line.quantity))
  const start = { name: line.name, valueFen: each, acquiredOn: today }
  return (
    <FormDrawer
      kind="primary"
      title={t('create')}
      submitLabel={t('create')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>
        <strong>{t('createTitle', { line: line.name })}</strong> <span className="quiet">{contract.number}</span>
      </p>
      <TextArea name="serials" label={t('serials')} hint={t('createLead', { n: most })} required rows={Math.min(8, most + 1)} />
      <CommonFields view={view} county={county} start={start} projectId={contract.projectId} onPhoto={setPhoto} />
      {fault ? <Notice tone="must">{fault}</Notice> : null}
    </FormDrawer>
  )
}

/** Changes one card: where it is, who keeps it, its photo, its state. */
export function EditCard({ view, county, card }: { view: AssetView; county: string; card: AssetCard }): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [photo, setPhoto] = useState(card.photoFileId)
  const [bad, setBad] = useState(false)
  const contract = view.contracts.find(({ id }) => id === card.contractId)
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const valueFen = fenOfYuan(fields.value)
    setBad(valueFen === null)
    if (valueFen === null) return false
    const { id, countyCode: _county, version, ...content } = card
    const next = { ...content, ...sharedOf(fields, valueFen), serial: fields.serial ?? '', state: fields.state, photoFileId: photo }
    return (await send(`/api/projects/${county}/assets/${id}`, { ...next, seenVersion: version })) !== null
  }
  const open = (): void => {
    setPhoto(card.photoFileId)
    setBad(false)
    clear()
  }
  return (
    <FormDrawer
      kind="link"
      title={common('edit')}
      submitLabel={common('save')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>
        <strong>{card.number}</strong>
      </p>
      <CommonFields view={view} county={county} start={card} projectId={contract?.projectId ?? ''} onPhoto={setPhoto} />
      <Field name="serial" label={t('serial')} optional maxLength={100} defaultValue={card.serial} />
      <Select
        name="state"
        label={t('stateOf')}
        choices={AssetCard.shape.state.options.map(value => ({ value, label: t(value) }))}
        defaultValue={card.state}
      />
      {bad ? <Notice tone="must">{common('badMoney')}</Notice> : null}
    </FormDrawer>
  )
}
