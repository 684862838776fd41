import type { Bilingual } from './finding.ts'

/** One thing wrong in the policy folder: which file, which field, what to mend. */
export type Fault = { file: string; field: string; message: Bilingual }

/** '报错一条 / one error': the first fault, as it is shown to whoever edits policy. */
export class PolicyFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    const at = fault.field === '' ? fault.file : `${fault.file} › ${fault.field}`
    super(`${at}: ${fault.message.zh} / ${fault.message.en}`)
    this.name = 'PolicyFault'
    this.fault = fault
  }
}

/** ['clauses', 3, 'id'] → 'clauses[3].id'. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )
