import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { countOf, parameterFor } from '@jincun/policy'
import { asNextVersion, permitted, take } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application, Attachment } from './application.ts'

/** The kinds of file taken, by what the bytes say they are; the ending of the name must agree. */
export const attachmentKinds = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
] as const

export type WantedFile = {
  id: string
  name: string
  /** What the bytes are, not what the sender says; null when nothing known. */
  sniffed: string | null
  size: number
  sha256: string
}

const megabyte = 1_048_576

const taken = attachmentKinds.flatMap(kind => kind.endings).join('、')

function kindRefusal(file: WantedFile): Refusal | null {
  const ending = file.name.toLowerCase().split('.').at(-1) ?? ''
  const kind = attachmentKinds.find(each => each.mediaType === file.sniffed)
  if (kind && (kind.endings as readonly string[]).includes(ending)) return null
  const message = kind
    ? {
        zh: `“${file.name}”的扩展名与内容不符，内容是 ${kind.endings[0]}。请改名后再传。`,
        en: `The ending of “${file.name}” does not fit its content, which is ${kind.endings[0]}. Rename it and upload again.`,
      }
    : {
        zh: `“${file.name}”不是可上传的文件（${taken}）。请转换后再传。`,
        en: `“${file.name}” is not a file that is taken (${taken}). Convert it and upload again.`,
      }
  return { kind: 'invalid', code: kind ? 'attachment-name-misleads' : 'attachment-kind-not-taken', message, where: 'file' }
}

function sizeRefusal(application: Application, file: WantedFile, { pack }: Moment): Refusal | null {
  const megabytes = countOf(parameterFor(pack, 'attachment-megabytes-maximum', application.year))
  const files = countOf(parameterFor(pack, 'attachments-per-application-maximum', application.year))
  if (file.size === 0) {
    return {
      kind: 'invalid',
      code: 'attachment-empty',
      message: { zh: `“${file.name}”是空文件。`, en: `“${file.name}” is empty.` },
      where: 'file',
    }
  }
  if (file.size > megabytes * megabyte) {
    const message = {
      zh: `“${file.name}”超过 ${megabytes} MB 的上限，请压缩或拆分。`,
      en: `“${file.name}” is over the limit of ${megabytes} MB; compress or split it.`,
    }
    return { kind: 'too-large', code: 'attachment-too-large', message, where: 'file' }
  }
  if (application.attachments.length < files) return null
  const message = {
    zh: `附件已达 ${files} 个的上限，请先删去不用的。`,
    en: `There are already ${files} attachments, the limit; remove one first.`,
  }
  return { kind: 'too-large', code: 'too-many-attachments', message, where: 'file' }
}

/** Adds a file: known kind by its bytes, within the year's limits; the hash is what a submission freezes. */
export function attachFile(application: Application, file: WantedFile, moment: Moment): Result<Step & { attachment: Attachment }> {
  const open = permitted(application, 'attach', moment.pack, moment.now)
  if (!open.ok) return open
  const refusal = sizeRefusal(application, file, moment) ?? kindRefusal(file)
  if (refusal) return refuse(refusal)
  const { id, name, size, sha256, sniffed } = file
  const attachment = { id, name, size, sha256, mediaType: sniffed ?? '', uploadedBy: moment.by.name, uploadedAt: moment.now.toISOString() }
  const step = take(open.value, 'attach', moment)
  return accept({
    ...step,
    application: asNextVersion({ ...step.application, attachments: [...application.attachments, attachment] }),
    attachment,
  })
}

/** Takes a file off an application that is not submitted; a submission that froze it keeps it. */
export function detachFile(application: Application, attachmentId: string, moment: Moment): Result<Step> {
  const open = permitted(application, 'attach', moment.pack, moment.now)
  if (!open.ok) return open
  const attachments = application.attachments.filter(file => file.id !== attachmentId)
  const step = take(open.value, 'attach', { ...moment, reason: `删去附件 ${attachmentId}` })
  return accept({ ...step, application: asNextVersion({ ...step.application, attachments }) })
}
