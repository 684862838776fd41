import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Modal } from 'antd'
import { asProblem } from '../api/problem.ts'
import type { Problem } from '../api/problem.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'

type ConfirmButtonProps = {
  label: string
  /** The question, e.g. 提交四川省排序名单？ */
  title: string
  /** What happens, whom it reaches, and whether it can be undone. */
  consequences: ReactNode
  /** Throws or answers a Problem when refused; the dialogue then stays open and says why. */
  onConfirm: () => Promise<unknown>
  problem?: Problem | null
  /** `link` for steps in the rows of a list. */
  kind?: 'primary' | 'default' | 'link'
  disabled?: boolean
  /** Why it cannot be pressed now; shown, since a hidden button explains nothing. */
  disabledReason?: string
}

/** A step that others will see or that cannot be undone: first says what it does, then does it. */
export function ConfirmButton({
  label,
  title,
  consequences,
  onConfirm,
  problem,
  kind = 'default',
  disabled = false,
  disabledReason,
}: ConfirmButtonProps): ReactNode {
  const t = useText(uiMessages)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [thrown, setThrown] = useState<Problem | null>(null)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    setThrown(null)
    try {
      if ((await onConfirm()) !== null) setOpen(false)
    } catch (error) {
      setThrown(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const shown = thrown ?? problem ?? null
  return (
    <>
      <Button type={kind} aria-haspopup="dialog" disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {disabled && disabledReason ? <span className="quiet">{disabledReason}</span> : null}
      <Modal
        open={open}
        title={title}
        okText={label}
        cancelText={t('cancel')}
        confirmLoading={busy}
        onOk={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        {consequences}
        {shown ? <ProblemNotice problem={shown} /> : null}
      </Modal>
    </>
  )
}
