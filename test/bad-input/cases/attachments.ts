import { bytes, id } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'
import { compoundFile, text, workbook } from '../files.ts'
import { draft } from './draft.ts'

const attach = (name: string, content: Uint8Array) => () =>
  bytes(draft(`attachments?id=${id(30)}&name=${encodeURIComponent(name)}`), content)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...text('IHDR'), ...new Uint8Array(64))
const docx = await workbook([['a']])
const who = 'zhaojue-office'

/** Files handed in as evidence. */
export const attachmentCases: readonly BadRequest[] = [
  {
    name: 'an empty file',
    who,
    send: attach('空.pdf', new Uint8Array()),
    status: 400,
    code: 'attachment-empty',
    says: '“空.pdf”是空文件。',
    where: 'file',
  },
  {
    name: 'a program called a PDF',
    who,
    send: attach('材料.pdf', text('MZ\u0090 this is a program')),
    status: 400,
    code: 'attachment-kind-not-taken',
    says: '“材料.pdf”不是可上传的文件（pdf、jpg、jpeg、png、docx、xlsx）。请转换后再传。',
    where: 'file',
  },
  {
    name: 'a web page',
    who,
    send: attach('材料.html', text('<script>alert(1)</script>')),
    status: 400,
    code: 'attachment-kind-not-taken',
    says: '“材料.html”不是可上传的文件（pdf、jpg、jpeg、png、docx、xlsx）。请转换后再传。',
    where: 'file',
  },
  {
    name: 'a drawing with a script',
    who,
    send: attach('图.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
    status: 400,
    code: 'attachment-kind-not-taken',
    says: '“图.svg”不是可上传的文件（pdf、jpg、jpeg、png、docx、xlsx）。请转换后再传。',
    where: 'file',
  },
  {
    name: 'a picture called a PDF',
    who,
    send: attach('材料.pdf', png),
    status: 400,
    code: 'attachment-name-misleads',
    says: '“材料.pdf”的扩展名与内容不符，内容是 png。请改名后再传。',
    where: 'file',
  },
  {
    name: 'an old .doc',
    who,
    send: attach('材料.doc', compoundFile),
    status: 400,
    code: 'attachment-kind-not-taken',
    says: '“材料.doc”不是可上传的文件（pdf、jpg、jpeg、png、docx、xlsx）。请转换后再传。',
    where: 'file',
  },
  {
    name: 'a workbook called a letter',
    who,
    send: attach('函.docx', docx),
    status: 400,
    code: 'attachment-name-misleads',
    says: '“函.docx”的扩展名与内容不符，内容是 xlsx。请改名后再传。',
    where: 'file',
  },
  {
    name: 'evidence cut off in sending',
    who,
    send: attach('表.xlsx', docx.slice(0, 60)),
    status: 400,
    code: 'attachment-kind-not-taken',
    says: '“表.xlsx”不是可上传的文件（pdf、jpg、jpeg、png、docx、xlsx）。请转换后再传。',
    where: 'file',
  },
  {
    name: 'a file of 21 MB',
    who,
    send: attach('大.pdf', Buffer.concat([text('%PDF-1.4'), Buffer.alloc(21 * 1_048_576)])),
    status: 413,
    code: 'attachment-too-large',
    says: '“大.pdf”超过 20 MB 的上限，请压缩或拆分。',
    where: 'file',
  },
  {
    name: 'a file of 40 MB',
    who,
    send: attach('太大.pdf', Buffer.alloc(40 * 1_048_576)),
    status: 413,
    code: 'too-large',
    says: '内容超过 32 MB 的上限。',
  },
  {
    name: 'a file without a name',
    who,
    send: attach('', png),
    status: 400,
    code: 'invalid-input',
    says: 'query.name：请带上文件名',
    where: 'query.name',
  },
  {
    name: 'a name of 1,000 characters',
    who,
    send: attach(`${'长'.repeat(1_000)}.png`, png),
    status: 400,
    code: 'invalid-input',
    says: 'query.name：文件名最多 200 个字',
    where: 'query.name',
  },
  {
    name: 'a name with a line break',
    who,
    send: attach('a\r\nset-cookie: x.png', png),
    status: 400,
    code: 'invalid-input',
    says: 'query.name：文件名不能含有斜杠、换行和控制字符',
    where: 'query.name',
  },
  {
    name: 'a name with a folder',
    who,
    send: attach('../../etc/passwd.png', png),
    status: 400,
    code: 'invalid-input',
    says: 'query.name：文件名不能含有斜杠、换行和控制字符',
    where: 'query.name',
  },
]
