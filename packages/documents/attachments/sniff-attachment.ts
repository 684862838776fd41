import { fileTypeFromBuffer } from 'file-type'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'

/** What may be attached: papers, pictures and office files without macros. */
export type AttachmentType = 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx'

const contentTypes: Record<AttachmentType, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const isAllowed = (type: string | undefined): type is AttachmentType => type !== undefined && Object.hasOwn(contentTypes, type)

export type Attachment = { type: AttachmentType; contentType: string; fileName: string }

/**
 * Says what a file is by its content, never by what the sender claims, and refuses what may not be attached
 * or goes by another name. `fileName` comes back without folders and control characters.
 */
export async function sniffAttachment(bytes: Uint8Array, fileName: string): Promise<Result<Attachment>> {
  const name = plainName(fileName)
  if (bytes.length === 0)
    return refuse(
      refusal('file-empty', `文件“${name}”是空的；请选择有内容的文件。`, `The file "${name}" is empty; choose one with content.`),
    )
  const type = await typeOf(bytes)
  if (!isAllowed(type))
    return refuse(
      refusal(
        'file-type-not-allowed',
        `文件“${name}”的类型不允许；请改为 PDF、PNG、JPG、DOCX 或 XLSX。`,
        `The file "${name}" is of a type not allowed; use PDF, PNG, JPG, DOCX or XLSX.`,
      ),
    )
  if (extensionOf(name) !== type)
    return refuse(
      refusal(
        'file-extension-mismatch',
        `文件“${name}”的内容是 ${type.toUpperCase()}，与扩展名不符；请改正扩展名。`,
        `The content of "${name}" is ${type.toUpperCase()}, which its extension does not say; correct the extension.`,
      ),
    )
  return accept({ type, contentType: contentTypes[type], fileName: name })
}

/** The type as file-type names it; content that breaks its parser is of no known type. */
async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext
  } catch {
    return undefined
  }
}

function extensionOf(name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return extension === 'jpeg' ? 'jpg' : extension
}

/** Folders, control characters and direction marks (which make 'gpj.exe' look like 'exe.jpg') are dropped. */
const plainName = (name: string): string =>
  [...name.normalize('NFC').replace(/^.*[/\\]/, '')]
    .filter(character => character >= ' ' && !/[\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character))
    .join('')
    .slice(-200)

const refusal = (code: string, zh: string, en: string): Refusal => ({ kind: 'invalid', code, message: { zh, en }, where: 'file' })
