import type { CountyStanding } from '@jincun/designation'
import type { PolicyPack } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import type { z } from 'zod'
import { contentFrom, DemoCase, evidenceId, idFrom } from '../demo-case.ts'
import type { Application, ApplicationContent, Attachment } from '../index.ts'

export { contentFrom, DemoCase, evidenceId, idFrom } from '../demo-case.ts'
export { goal, lineFrom, projectFrom, usualGoals, usualProjects } from '../demo-plan.ts'

export const aStanding = (wish: Partial<CountyStanding> = {}): CountyStanding => ({
  countyCode: '513431',
  name: '昭觉县',
  provinceCode: '510000',
  year: 2020,
  nationalPovertyCounty: true,
  delistYear: 2020,
  countyNotYetOutOfPoverty: true,
  deepPovertyArea: null,
  oldRevolutionaryBaseCounty: null,
  supported: [],
  supportedBefore: 'unknown',
  incentiveYear: null,
  incentive: [],
  ...wish,
})

export const anAttachment = (countyCode: string): Attachment => ({
  id: evidenceId(countyCode),
  name: '证明材料（演示）.pdf',
  mediaType: 'application/pdf',
  size: 1000,
  sha256: sha256Hex(countyCode),
  uploadedBy: '（演示）',
  uploadedAt: '2020-05-10T01:00:00.000Z',
})

/** A complete first application, with whatever is wished otherwise; `content` replaces parts of it. */
export function anApplication(
  pack: PolicyPack,
  wish: Partial<Omit<Application, 'content'>> & { content?: Partial<ApplicationContent>; demo?: Partial<z.input<typeof DemoCase>> } = {},
): Application {
  const { content, demo, ...rest } = wish
  const countyCode = rest.countyCode ?? '513431'
  const usual = {
    county: countyCode,
    name: '昭觉县',
    type: 'first',
    state: 'draft',
    centralWan: 1500,
    why: '',
    year: rest.year ?? 2020,
  } as const
  const written = contentFrom(DemoCase.parse({ ...usual, ...demo }), pack)
  return {
    id: idFrom(`${countyCode} application`),
    countyCode,
    year: 2020,
    state: 'draft',
    version: 2,
    attachments: [anAttachment(countyCode)],
    rulings: [],
    confirmations: [],
    extendedTo: null,
    ...rest,
    content: { ...written, ...content },
  }
}
