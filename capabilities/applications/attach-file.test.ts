import { countOf, parameterFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { attachFile, attachmentKinds } from './attach-file.ts'
import { anApplication, anAttachment, idFrom } from './testing/factory.ts'

const pack = loadPolicy()
const moment = { by: { personId: 'p', name: '甲', office: '项目办' }, pack, now: new Date('2020-05-20T09:00:00+08:00') }
const file = { id: idFrom('file'), name: '材料.pdf', sniffed: 'application/pdf', size: 100, sha256: 'a'.repeat(64) }
const limit = countOf(parameterFor(pack, 'attachment-megabytes-maximum', 2020)) * 1_048_576
const most = countOf(parameterFor(pack, 'attachments-per-application-maximum', 2020))

test.each<[Partial<typeof file>, string | null]>([
  [{}, null],
  [{ name: '材料.PDF' }, null],
  [{ size: limit }, null],
  [{ size: limit + 1 }, 'attachment-too-large'],
  [{ size: 0 }, 'attachment-empty'],
  [{ name: '材料.docx' }, 'attachment-name-misleads'],
  [{ name: '材料' }, 'attachment-name-misleads'],
  [{ name: '材料.exe', sniffed: 'application/x-msdownload' }, 'attachment-kind-not-taken'],
])('a file %j: %s', (wish, code) => {
  const result = attachFile(anApplication(pack), { ...file, ...wish }, moment)
  expect(result.ok ? null : result.reason.code).toBe(code)
})

test('bytes of no known kind are not taken', () => {
  expect(attachFile(anApplication(pack), { ...file, sniffed: null }, moment)).toMatchObject({
    ok: false,
    reason: { code: 'attachment-kind-not-taken' },
  })
})

test('the last file within the number is taken, the next is not', () => {
  const files = (number: number) => Array.from({ length: number }, () => anAttachment('513431'))
  expect(attachFile(anApplication(pack, { attachments: files(most - 1) }), file, moment).ok).toBe(true)
  expect(attachFile(anApplication(pack, { attachments: files(most) }), file, moment)).toMatchObject({
    ok: false,
    reason: { code: 'too-many-attachments' },
  })
})

test('an application that is submitted takes no file', () => {
  expect(attachFile(anApplication(pack, { state: 'submitted' }), file, moment)).toMatchObject({
    ok: false,
    reason: { kind: 'wrong-state' },
  })
})

test('every kind that is taken has an ending of its own', () => {
  const endings = attachmentKinds.flatMap(kind => kind.endings)
  expect(new Set(endings).size).toBe(endings.length)
})
