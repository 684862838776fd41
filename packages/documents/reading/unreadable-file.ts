import type { Refusal } from '@jincun/kernel'

/**
 * Carries a refusal out of nested parsers; caught in `readTable` and nowhere else, so no caller ever sees it thrown.
 * (The XML parser calls back, so a returned refusal could not stop it.)
 */
export class UnreadableFile extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message.en)
    this.refusal = refusal
  }
}

export const unreadable = (code: string, zh: string, en: string): UnreadableFile =>
  new UnreadableFile({ kind: 'invalid', code, message: { zh, en } })

export const tooLarge = (code: string, zh: string, en: string): UnreadableFile =>
  new UnreadableFile({ kind: 'too-large', code, message: { zh, en } })

export function tooManyRows(sheet: string | null, maxRows: number): UnreadableFile {
  const [zh, en] = sheet === null ? ['文件', 'The file'] : [`工作表“${sheet}”`, `Sheet "${sheet}"`]
  return tooLarge(
    'table-too-many-rows',
    `${zh}超过 ${maxRows} 行；请分成几个文件上传。`,
    `${en} has more than ${maxRows} rows; upload it in several files.`,
  )
}
