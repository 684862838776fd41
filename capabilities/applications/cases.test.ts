import { readFileSync } from 'node:fs'
import { countyStanding } from '@jincun/designation'
import { realDesignationData } from '@jincun/designation/testing'
import { stops, wantsReason } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { checkApplication } from './index.ts'
import { anAttachment, contentFrom, DemoCase } from './testing/factory.ts'

const pack = loadPolicy()
const designation = realDesignationData()
const cases = z.array(DemoCase).parse(parse(readFileSync(new URL('cases/demo-applications.yaml', import.meta.url), 'utf8')))

test.each(cases.map(each => [`${each.name}：${each.why}`, each] as const))('%s', (_title, demo) => {
  const standing = countyStanding(designation, demo.county, demo.year)
  if (!standing.ok) throw new Error(standing.reason.message.zh)
  expect(standing.value.name).toBe(demo.name)
  const applicant = {
    countyCode: demo.county,
    year: demo.year,
    content: contentFrom(demo, pack),
    attachments: [anAttachment(demo.county)],
    rulings: [],
    confirmations: [],
  }
  const findings = checkApplication(applicant, standing.value, pack)
  const blocking = findings.filter(finding => stops(finding) || wantsReason(finding, applicant.content.reasons))
  expect([...new Set(blocking.map(finding => finding.code))].sort()).toEqual([...demo.stops].sort())
})

test('only an unfinished draft may have something that stops it', () => {
  expect(cases.filter(demo => demo.stops.length > 0).every(demo => demo.state === 'draft')).toBe(true)
})
