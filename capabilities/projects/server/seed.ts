import type { SeedContext } from '@jincun/http'
import { demoId, demoOrganisations } from '@jincun/identity'
import { demoContractor, demoCounty, demoPlanLines, demoProject } from '../demo-county.ts'
import { contractors, projectRecords } from './kinds.ts'
import { recordApprovedPlan } from './record-approved-plan.ts'
import { addOnce } from './save-record.ts'

import { action, got, workAs } from './seed-work.ts'
import { seedCentre, seedLogistics } from './seed-projects.ts'
/** One county with a plan in force and three projects: ready for acceptance, behind schedule, and only planned. */
export async function seedProjects(context: SeedContext): Promise<void> {
  const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
  await context.database.transaction(scope, 'write', async tx => {
    const province = workAs(tx, context, 'sichuan-commerce', '（演示）四川省商务厅', '2020-01-10')
    const plan = {
      ...demoCounty,
      id: demoId('zhaojue plan 2020'),
      lines: demoPlanLines,
      document: '（演示）川商函〔2020〕1号',
      approvedOn: '2020-01-10',
      reason: '（演示）提前下达资金先行实施的方案',
      basis: 'entered' as const,
    }
    got(await recordApprovedPlan(province, plan), 'plan')
    await province.publish({
      id: demoId('sichuan tip-off channel'),
      countyCode: '510000',
      kind: 'tip-off-channel',
      year: demoCounty.year,
      title: { zh: '（演示）举报渠道', en: 'Tip-off channel (demo)' },
      content: { name: '（演示）四川省商务厅举报电话', phone: '028-00000000', url: '' },
      clause: 'notice-2020/6.4a',
    })
    const office = workAs(tx, context, 'zhaojue-office', '（演示）昭觉县商务局项目办', '2020-02-20')
    const organisation = demoOrganisations.find(({ key }) => key === 'zhaojue-contractor')
    const firm = demoContractor(organisation?.name ?? '', organisation?.socialCreditCode ?? '')
    got(await addOnce(office, contractors, firm, action), 'contractor')
    await seedCentre(office, firm)
    await seedLogistics(office, firm)
    const training = demoProject('training', '（演示）农村电商培训', ['training-service'], 'training', '2020-06-01', '2020-12-31')
    got(await addOnce(office, projectRecords, training, action), 'training')
  })
}
