import { unreadable } from './unreadable-file.ts'

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
// The old compound file of .xls, .et and .doc; an .xlsx with a password is one as well.
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const isBinary = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x89, 0x50) || startsWith(bytes, 0xff, 0xd8)

const extensionOf = (fileName: string): string => /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

const advice: Record<string, [zh: string, en: string]> = {
  xls: ['不能读取旧格式 .xls', 'The old format .xls cannot be read'],
  et: ['不能读取 WPS 格式 .et', 'The WPS format .et cannot be read'],
  xlsm: ['不能读取带宏的 .xlsm', 'An .xlsm with macros cannot be read'],
  xlsb: ['不能读取二进制格式 .xlsb', 'The binary format .xlsb cannot be read'],
  ods: ['不能读取 .ods', '.ods cannot be read'],
  numbers: ['不能读取 .numbers', '.numbers cannot be read'],
}

/** 'xlsx' or 'csv', where name and content agree; throws `UnreadableFile` with one sentence otherwise. */
export function tableFormat(bytes: Uint8Array, fileName: string): 'xlsx' | 'csv' {
  const extension = extensionOf(fileName)
  if (extension !== 'xlsx' && extension !== 'csv') throw unsupported(extension)
  if (bytes.length === 0) throw unreadable('file-empty', '文件是空的；请选择有内容的文件。', 'The file is empty; choose one with content.')
  if (extension === 'xlsx' && isZip(bytes)) return 'xlsx'
  if (extension === 'csv' && !isZip(bytes) && !isCompoundFile(bytes) && !isBinary(bytes)) return 'csv'
  throw mismatch(bytes, extension)
}

function unsupported(extension: string) {
  const [zh, en] = advice[extension] ?? ['只能读取 .xlsx 和 .csv 文件', 'Only .xlsx and .csv files can be read']
  return unreadable(
    'file-type-unsupported',
    `${zh}；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。`,
    `${en}; save it as "Excel Workbook (.xlsx)" in Excel or WPS and upload that.`,
  )
}

function mismatch(bytes: Uint8Array, extension: string) {
  if (extension === 'xlsx' && isCompoundFile(bytes))
    return unreadable(
      'file-type-unsupported',
      '文件名是 .xlsx，内容却是旧格式或设了密码；请取消密码，另存为“Excel 工作簿（.xlsx）”再上传。',
      'The name says .xlsx, but the file is of the old format or protected by a password; remove the password and save it as "Excel Workbook (.xlsx)".',
    )
  return unreadable(
    'file-extension-mismatch',
    `文件名是 .${extension}，内容却不是；请用 Excel 或 WPS 打开后另存，不要只改文件名。`,
    `The name says .${extension}, but the content is something else; open it in Excel or WPS and save it as such, do not rename it.`,
  )
}
