import { appendAudit, publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId, demoOrganisations, demoPeople } from '@jincun/identity'
import type { Result } from '@jincun/kernel'
import { workPlanFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { ProvincialPlan, RankedListContent } from '../../index.ts'
import { roundFacts } from './list-facts.ts'
import { sourcesOf } from './list-sources.ts'
import { saveList, submitList } from './list-work.ts'
import type { ListWork } from './list-work.ts'

const year = 2020

/** The demonstration goes through the same verbs as everyone; one that refuses is a mistake of the seed and stops it. */
function got<T>(result: Result<T, { message: { zh: string } }>, what: string): T {
  if (!result.ok) throw new Error(`Demo ${what}: ${result.reason.message.zh}`)
  return result.value
}

/** A provincial plan that fills every section with text that says it is made up. */
export function demoPlan(policy: PolicyPack): ProvincialPlan {
  const sections = workPlanFor(policy, year, 'province').sections.filter(section => section.kind !== 'goals')
  const filler = '（演示）本段为演示文字，不是任何省的真实方案，只用来说明这一部分要写清楚做什么、谁来做、到什么时候、怎样检查。'
  const text = (least: number) => filler.repeat(Math.ceil((least + 1) / filler.length))
  const goal = {
    id: 'trained-and-selling',
    kind: 'own' as const,
    indicator: '（演示）培训后开展网络销售的人数',
    unit: '人',
    baseline: '1200',
    baselineDate: '2019-12-31',
    target: '3000',
    targetDate: '2021-06-30',
    scope: '（演示）全省示范县',
  }
  return { sections: Object.fromEntries(sections.map(section => [section.id, text(section.minimumCharacters)])), goals: [goal] }
}

type Province = 'gansu' | 'guizhou'

/** The ranking of the province's confirmed review; none while it is not confirmed. */
async function contentOf(tx: Transaction, policy: PolicyPack, provinceCode: string, now: Date): Promise<RankedListContent> {
  const facts = await roundFacts(tx, policy, year, provinceCode, now)
  const [source] = await sourcesOf(tx, facts, year, provinceCode)
  const basis = {
    kind: 'review' as const,
    reference: source?.reference ?? null,
    text: source
      ? `（演示）依据“${source.title}”的结果排序，评审结果已公布，校验值${source.hash}。专家由省级专家库随机抽取并已回避，按公布的评分表独立打分。得分均为演示数字。`
      : '（演示）评审结果确认后补充。',
  }
  return { entries: source?.entries ?? [], basis, reasons: {}, plan: demoPlan(policy) }
}

function workAs(tx: Transaction, policy: PolicyPack, province: Province, day: string): ListWork {
  const person = demoPeople.find(each => each.username === `${province}-commerce`)
  const organisation = demoOrganisations.find(each => each.key === `${province}-commerce`)
  const [now, realm, personId] = [new Date(day), 'demo', demoId(`${province}-commerce`)]
  return {
    tx,
    now,
    policy,
    caller: { personId, name: person?.name ?? '', organisationName: organisation?.name ?? '', realm },
    audit: async event => {
      await appendAudit(tx, { ...event, at: now, realm, personId })
    },
    publish: publication => publish(tx, { ...publication, realm, publishedAt: now, publishedBy: personId }),
  }
}

/** 甘肃 has submitted, 贵州 has its plan and waits for its review, 四川 has not begun: so every state of the list has something to look at. */
export async function seedLists({ database, policy }: SeedContext): Promise<void> {
  const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
  const order = (province: Province) => ({
    listId: demoId(`${province} ranked list`),
    changeId: demoId(`${province} ranked list save`),
    seenVersion: 0,
  })
  const days: Record<Province, string> = { gansu: '2020-05-19T09:00:00+08:00', guizhou: '2020-05-19T16:30:00+08:00' }
  await database.transaction(scope, 'write', async tx => {
    for (const [province, provinceCode] of [
      ['gansu', '620000'],
      ['guizhou', '520000'],
    ] as const) {
      const work = workAs(tx, policy, province, days[province])
      const content = await contentOf(tx, policy, provinceCode, work.now)
      got(await saveList(work, { year, provinceCode }, content, order(province)), `${province} list`)
    }
    const gansu = workAs(tx, policy, 'gansu', '2020-05-19T10:00:00+08:00')
    const submission = { id: demoId('gansu ranked list submission'), seenVersion: 1 }
    got(await submitList(gansu, { year, provinceCode: '620000' }, submission), 'Gansu submission')
  })
}
