import { expect } from 'vitest'
import type { Client } from './program.ts'

type Row = Record<string, string>
type Duty = { contractId: string; form: string; period: string; station: string; faults: { period: string; kind: string }[] }
type Duties = { rows: Duty[]; summary: { required: number; present: number; valid: number } }
type View = {
  type: { fields: { id: string; kind: string; required: boolean; choices?: { value: string }[] }[] }
  draft: { rows: Row[] } | null
}

let made = 0
const newId = (): string => `0197b000-0000-7000-8000-${String(++made).padStart(12, '0')}`
const typed: Record<string, string> = { phone: '0834-1234567', code: 'X1', link: 'https://example.com/', text: '（演示）' }

/** What a firm would type where the register leaves a field open; a file is one that is on file. */
const complete = ({ type }: View, row: Row, fileId: string): Row =>
  Object.fromEntries(
    type.fields.map(({ id, kind, required, choices }) => {
      const known = row[id] ?? ''
      return [id, known !== '' || !required ? known : kind === 'file' ? fileId : (choices?.[0]?.value ?? typed[kind] ?? '0')]
    }),
  )

const paper = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** A code for every site of a county that has none, from a day on. */
export async function registerStations(office: Client, county: string, startsOn: string): Promise<void> {
  const { rows } = (await office.get<{ rows: { siteId: string; stations: object[] }[] }>(`/api/reporting/${county}/stations`)).body
  for (const [index, { siteId }] of rows.filter(({ stations }) => stations.length === 0).entries()) {
    const code = `${county}T${String(index + 1).padStart(3, '0')}`
    const answer = await office.send('PUT', `/api/reporting/${county}/stations/${code}`, { siteId, startsOn, endsOn: null, seenVersion: 0 })
    expect(answer.status).toBe(200)
  }
}

/** Hands in everything that a firm's contract misses: each form, filled in as far as the register knows, and each day without trade. */
export async function handInEverything(contractor: Client, county: string, contractId: string): Promise<void> {
  const base = `/api/reporting/${county}`
  const { rows } = (await contractor.get<Duties>(`${base}/duties`)).body
  const fileId = newId()
  expect((await contractor.upload(`${base}/report-papers?id=${fileId}&name=decision.pdf`, paper)).status).toBe(200)
  const missing = rows.filter(duty => duty.contractId === contractId && duty.faults.some(({ kind }) => kind === 'missing'))
  for (const { form, period } of new Map(
    missing.filter(({ form }) => form !== 'daily-station').map(duty => [`${duty.form} ${duty.period}`, duty]),
  ).values()) {
    const path = `${base}/contract-forms/${contractId}/${form}/${period}`
    const view = (await contractor.get<View>(path)).body
    const filled = (view.draft?.rows ?? []).map(row => complete(view, row, fileId))
    expect(await contractor.send('POST', path, { id: newId(), rows: filled, seenVersion: 0 })).toMatchObject({ status: 200 })
  }
  for (const { station, faults } of missing.filter(({ form }) => form === 'daily-station'))
    for (const { period } of faults) {
      const sheet = { id: newId(), station, day: period, orders: [], writtenAt: `${period}T18:00:00+08:00`, paperFileId: null }
      expect(await contractor.send('POST', `${base}/station-days`, sheet)).toMatchObject({ status: 200 })
    }
}
