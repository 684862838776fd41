import { readFileSync } from 'node:fs'
import { proposedSettings, readInputGrid, takeSnapshot } from '@jincun/allocation'
import { checkApplication } from '@jincun/applications'
import { countyStanding } from '@jincun/designation'
import { designationData } from '@jincun/designation/server'
import { countyUnits } from '@jincun/places'
import { places } from '@jincun/places/server'
import { factorSheetFor, ruleBookFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { contentFrom, DemoCase } from '../../capabilities/applications/demo-case.ts'
import { bothTimes, timeRuns } from './measure.ts'
import type { Measured } from './measure.ts'

const year = 2020
const quotaOfYear = 170
const inputsFile = new URL('../../policy/programme/province-inputs-2020.csv', import.meta.url)

/** The factor method on the real inputs of 31 provinces, from the text of the file to the quotas. */
export function measureAllocation(policy: PolicyPack): Measured[] {
  const sheet = factorSheetFor(policy, year)
  const { provinces } = places()
  const lines = readFileSync(inputsFile, 'utf8').trim().split('\n')
  const [header = [], ...rows] = lines.map(line => line.split(','))
  const allocate = () => {
    const { inputs } = readInputGrid({ header, rows }, { sheet, provinces })
    const taken = inputs && takeSnapshot(sheet, proposedSettings(sheet, quotaOfYear), inputs)
    if (!taken?.ok) throw new Error('the real inputs of 2020 can be allocated')
    return taken.value
  }
  return [
    {
      promise: `allocation of ${quotaOfYear} counties among ${rows.length} provinces, exact fractions`,
      value: bothTimes(timeRuns(20, allocate)),
    },
  ]
}

/** Every county rule and plan rule of 2020 on every county unit, each with a full work plan of the usual size. */
export function measureFindings(policy: PolicyPack): Measured[] {
  const { county, plan } = ruleBookFor(policy, year)
  const content = contentFrom(
    DemoCase.parse({ county: '513431', name: '测速', type: 'first', state: 'draft', centralWan: 1500, why: '测速' }),
    policy,
  )
  const counties = countyUnits(places(), '202012')
  let findings = 0
  const judgeAll = () => {
    findings = 0
    for (const { code } of counties) {
      const standing = countyStanding(designationData(), code, year)
      if (!standing.ok) throw new Error(`${code} is a county unit`)
      const applicant = { countyCode: code, year, content, attachments: [], rulings: [], confirmations: [] }
      findings += checkApplication(applicant, standing.value, policy).length
    }
  }
  const time = timeRuns(5, judgeAll)
  const { projects, goals } = content.plan
  const lines = projects.reduce((sum, project) => sum + project.lines.length, 0)
  const perSecond = (time: number) => Math.round((counties.length / time) * 1000)
  return [
    { promise: 'the county rules run', value: county.map(({ rule }) => rule).join(', ') },
    { promise: 'the plan rules run', value: plan.map(({ rule }) => rule).join(', ') },
    {
      promise: 'what they ran on',
      value: `every county unit of the edition of December 2020 with its own standing in the real lists; one and the same work plan of ${projects.length} projects, ${lines} budget lines and ${goals.length} goals, a first application without attachments`,
    },
    {
      promise: `findings for ${counties.length} counties × ${county.length + plan.length} county and plan rules of ${year}`,
      value: `${bothTimes(time)} for ${findings} findings`,
    },
    {
      promise: 'counties judged in a second',
      value: `${perSecond(time.wall)} (${perSecond(time.processor)} in a second of processor time)`,
    },
  ]
}
