import type { Finding } from '@jincun/policy'
import { clausesOf } from './clauses.ts'
import type { Contractor } from './contractor.ts'
import { judge } from './judge.ts'

type WorkTime = { from: string; until: string }

function licenceFindings({ licences }: Contractor, clause: string, work: WorkTime): Finding[] {
  const rowsOf = (items: readonly { id: string; name: string }[], kind: string) =>
    items.map(({ id, name }) => ({ kind, key: id, label: name }))
  const ended = licences.filter(({ expiresOn }) => expiresOn !== null && expiresOn < work.from)
  const ending = licences.filter(({ expiresOn }) => expiresOn !== null && expiresOn >= work.from && expiresOn < work.until)
  return [
    judge({
      code: 'licences-valid',
      clause,
      ok: ended.length === 0,
      measured: ended.length,
      required: 0,
      zh: ended.length === 0 ? '没有过期的资质。' : `资质已过期：${ended.map(({ name }) => name).join('、')}。请更新后再签。`,
      en: ended.length === 0 ? 'No licence has ended.' : `${ended.length} licences have ended; renew them first.`,
      rows: rowsOf(ended, 'licence'),
    }),
    judge({
      code: 'licences-cover-contract',
      clause,
      force: 'should',
      ok: ending.length === 0,
      measured: ending.length,
      required: 0,
      zh: ending.length === 0 ? '资质覆盖合同期。' : `合同期内到期的资质：${ending.map(({ name }) => name).join('、')}；请写明如何续期。`,
      en:
        ending.length === 0
          ? 'Licences cover the contract.'
          : `${ending.length} licences end within the contract; say how they are renewed.`,
      rows: rowsOf(ending, 'licence'),
    }),
  ]
}

/** Whether a firm may be contracted with (6.3): a licence that ends before the work begins, no capability on file, an undeclared tie. */
export function checkContractor(contractor: Contractor, year: number, work: WorkTime): Finding[] {
  const clause = clausesOf(year).selection
  const { capabilities, conflicts, legalRepresentative } = contractor
  return [
    judge({
      code: 'legal-representative-named',
      clause,
      ok: legalRepresentative.trim() !== '',
      zh: '承办单位档案须有法定代表人。',
      en: 'The file of the contractor names its legal representative.',
      where: 'legalRepresentative',
    }),
    ...licenceFindings(contractor, clause, work),
    judge({
      code: 'capability-on-file',
      clause,
      ok: capabilities.length > 0,
      measured: capabilities.length,
      required: '≥ 1',
      zh: '承办单位档案须有履约能力证明（业绩、人员、设备等）。',
      en: 'The file shows what the contractor can do: earlier work, staff, equipment.',
      where: 'capabilities',
    }),
    judge({
      code: 'no-conflict-of-interest',
      clause,
      force: 'should',
      ok: conflicts.length === 0,
      measured: conflicts.length,
      required: 0,
      zh: conflicts.length === 0 ? '没有登记的利益关系。' : `登记有利益关系${conflicts.length}项，须写明如何回避。`,
      en: conflicts.length === 0 ? 'No tie is on file.' : `${conflicts.length} ties are on file; record how they are kept out.`,
      rows: conflicts.map(({ id, person, relation }) => ({ kind: 'conflict', key: id, label: `${person}：${relation}` })),
    }),
  ]
}
