import { useId } from 'react'
import type { ReactNode } from 'react'
import { Input, Select } from 'antd'
import { useText } from '../messages.ts'
import { useAddressState } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'

/** A filter kept in the address under its name and sent to the server under the same name. */
export type Filter =
  | { kind: 'text'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; choices: readonly { value: string; label: string }[] }

/** One filter; choosing another value goes back to the first page. */
export function AddressFilter({ filter }: { filter: Filter }): ReactNode {
  const t = useText(uiMessages)
  const id = useId()
  const [value, setValue] = useAddressState(filter.name)
  const [, setPage] = useAddressState('page', '1')
  const change = (next: string): void => {
    setValue(next)
    setPage('1')
  }
  return (
    <div className="console-filter">
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'text' ? (
        <Input.Search id={id} allowClear defaultValue={value} onSearch={change} aria-label={filter.label} />
      ) : (
        <Select
          id={id}
          aria-label={filter.label}
          value={value}
          onChange={change}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('all') }, ...filter.choices]}
        />
      )}
    </div>
  )
}
