import { appendAudit, publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId, demoOrganisations, demoPeople } from '@jincun/identity'
import type { Result } from '@jincun/kernel'
import { workPlanFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { ProvincialPlan, RankedListContent } from '../../index.ts'
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

/** Counties whose demonstration applications have been taken into review, with made-up scores. */
const lists = {
  gansu: [
    ['622926', 'first', '91.5000'],
    ['621027', 'first', '88.2500'],
    ['621126', 'first', '86.0000'],
    ['621022', 'repeat', '84.7500'],
  ],
  guizhou: [
    ['520526', 'first', '90.0000'],
    ['520525', 'first', '87.5000'],
    ['520425', 'first', '87.5000'],
  ],
} as const

function contentOf(province: keyof typeof lists, policy: PolicyPack): RankedListContent {
  const entries = lists[province].map(([countyCode, type, score], index) => ({ rank: index + 1, countyCode, type, score }))
  const basis = {
    kind: 'review' as const,
    reference: null,
    text: '（演示）按公布的评分表由专家独立打分，取平均分排序；专家由省级专家库随机抽取，已回避关联关系；结果公示五个工作日，未收到异议。得分为演示数字。',
  }
  return { entries, basis, reasons: {}, plan: demoPlan(policy) }
}

function workAs(tx: Transaction, policy: PolicyPack, province: keyof typeof lists, day: string): ListWork {
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

/** 甘肃 has submitted, 贵州 is writing, 四川 has not begun: so every state of the list has something to look at. */
export async function seedLists({ database, policy }: SeedContext): Promise<void> {
  const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
  const at = { gansu: { year, provinceCode: '620000' }, guizhou: { year, provinceCode: '520000' } }
  const order = (province: string) => ({
    listId: demoId(`${province} ranked list`),
    changeId: demoId(`${province} ranked list save`),
    seenVersion: 0,
  })
  await database.transaction(scope, 'write', async tx => {
    const gansu = workAs(tx, policy, 'gansu', '2020-05-18T15:00:00+08:00')
    got(await saveList(gansu, at.gansu, contentOf('gansu', policy), order('gansu')), 'Gansu list')
    got(
      await submitList({ ...gansu, now: new Date('2020-05-19T10:00:00+08:00') }, at.gansu, {
        id: demoId('gansu ranked list submission'),
        seenVersion: 1,
      }),
      'Gansu submission',
    )
    const guizhou = workAs(tx, policy, 'guizhou', '2020-05-19T16:30:00+08:00')
    got(await saveList(guizhou, at.guizhou, contentOf('guizhou', policy), order('guizhou')), 'Guizhou list')
  })
}
