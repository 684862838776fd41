import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  Deadline,
  ProblemNotice,
  Select,
  newId,
  useAddressState,
  useApi,
  useBilingual,
  useGo,
  useNow,
  useSend,
  useSession,
  useText,
} from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { typeLabels } from '../index.ts'
import type { ApplicationType } from '../index.ts'
import { messages } from './messages.ts'
import type { Form, View } from './view.ts'

type County = { code: string; name: string }

/** Opens the county's application in the year's round. */
export default function NewPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const go = useGo()
  const year = useNow().getFullYear()
  const grants = useSession().data?.person?.grants ?? []
  const codes = [...new Set(grants.filter(({ role }) => role.startsWith('county-')).map(({ placeCode }) => placeCode))]
  const [county, setCounty] = useAddressState('county', codes[0] ?? '')
  const [type, setType] = useState<ApplicationType>('first')
  const [id] = useState(newId)
  const form = useApi<Form>('/api/applications/form', { year: String(year) })
  const found = useApi<County>(county ? `/api/places/${county}` : null)
  const { send, sending, problem } = useSend<View>()
  const open = async (): Promise<void> => {
    const view = await send('/api/applications', { id, countyCode: county, year, type })
    if (view) go(`/applications/${county}/${view.application.id}`)
  }
  const types = Object.entries(typeLabels).map(([value, label]) => ({ value, label: inLanguage(label) }))
  return (
    <ConsolePage title={t('newApplication')} lead={t('newLead')}>
      {form.data ? (
        <p>
          {t('deadline')} <Deadline due={form.data.closing} />
        </p>
      ) : null}
      <Select
        label={t('choosePlace')}
        value={county}
        onChange={event => setCounty(event.target.value)}
        choices={codes.map(code => ({ value: code, label: code === county ? `${found.data?.name ?? ''} ${code}` : code }))}
      />
      <Select label={t('type')} value={type} onChange={event => setType(event.target.value as ApplicationType)} choices={types} />
      <ProblemNotice problem={problem} />
      <Button kind="primary" disabled={sending || !county} onClick={() => void open()}>
        {t('open')}
      </Button>
    </ConsolePage>
  )
}
