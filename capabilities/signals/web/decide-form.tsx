import type { ReactNode } from 'react'
import { Select, TextArea, useBilingual, useOrder, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { measures } from '../index.ts'
import { messages } from './messages.ts'

/** What came of a signal: confirmed with the measure taken, or cleared, with the reason. */
export function DecideForm({ path, onDone }: { path: string; onDone: () => void }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const order = useOrder(path)
  const submit = async ({ outcome = '', measure = '', reason = '' }: Record<string, string>): Promise<boolean> => {
    const done = await order.post({ outcome, measure, reason })
    if (done) onDone()
    return done
  }
  return (
    <FormDrawer
      title={t('decide')}
      submitLabel={t('save')}
      kind="primary"
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={submit}
    >
      <Select
        name="outcome"
        label={t('outcome')}
        choices={(['cleared', 'confirmed'] as const).map(each => ({ value: each, label: t(each) }))}
      />
      <Select
        name="measure"
        label={t('measureTaken')}
        choices={[
          { value: '', label: t('none') },
          ...Object.entries(measures).map(([value, label]) => ({ value, label: inLanguage(label) })),
        ]}
      />
      <TextArea name="reason" label={t('reason')} rows={5} required />
    </FormDrawer>
  )
}
