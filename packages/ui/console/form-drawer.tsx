import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Drawer, Space } from 'antd'
import { ProblemNotice } from '../components/problem-notice.tsx'
import type { Problem } from '../api/problem.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'

/** The texts of a form by the names of its fields, without spaces at their ends; passwords are kept as typed. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const secret = (name: string): boolean =>
    form.elements.namedItem(name) instanceof HTMLInputElement && (form.elements.namedItem(name) as HTMLInputElement).type === 'password'
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, secret(name) ? String(value) : String(value).trim()]))
}

type FormDrawerProps = {
  /** Of the button that opens it and of the drawer. */
  title: string
  /** Of the button that sends, when it says more than 保存. */
  submitLabel: string
  /** Gets the fields by name; answers whether it went through, and the drawer then closes. */
  onSubmit: (fields: Record<string, string>) => Promise<boolean>
  onOpen?: () => void
  sending: boolean
  problem: Problem | null
  kind?: 'primary' | 'default' | 'link'
  /** Labelled fields with names; made when the drawer opens. */
  children: ReactNode
}

/** A form at the side of the page it belongs to. Closing it by mistake keeps what was typed until the page is left. */
export function FormDrawer({
  title,
  submitLabel,
  onSubmit,
  onOpen,
  sending,
  problem,
  kind = 'default',
  children,
}: FormDrawerProps): ReactNode {
  const t = useText(uiMessages)
  const [open, setOpen] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(await onSubmit(fieldsOf(form)))) return
    form.reset()
    setOpen(false)
  }
  const show = (): void => {
    onOpen?.()
    setOpen(true)
  }
  return (
    <>
      <Button type={kind} aria-haspopup="dialog" onClick={show}>
        {title}
      </Button>
      <Drawer open={open} title={title} size={480} onClose={() => setOpen(false)}>
        <form className="drawer-form" onSubmit={event => void submit(event)}>
          {children}
          <ProblemNotice problem={problem} />
          <Space>
            <Button type="primary" htmlType="submit" loading={sending}>
              {submitLabel}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          </Space>
        </form>
      </Drawer>
    </>
  )
}
