import { demoId } from '@jincun/identity'
import {
  demoBid,
  demoContract,
  demoContractLine,
  demoCounty,
  demoCreditCode,
  demoProcurement,
  demoProject,
  demoSite,
} from '../demo-county.ts'
import { moveProcurement, requiredData } from '../index.ts'
import { assetCards, procurements, progressReports, projectRecords, sites } from './kinds.ts'
import { saveRecord } from './records.ts'
import { setStage } from './register.ts'
import { addOnce } from './save-record.ts'
import { stampOf } from './work.ts'
import type { Contractor, Project } from '../index.ts'
import type { Work } from './work.ts'

import { action, got, signDemo } from './seed-work.ts'
async function seedProcurement(work: Work, firm: Contractor, project: Project): Promise<string> {
  const losers = [
    demoBid('second', '（演示）凉山某电商公司', demoCreditCode('91513400MA6DEM001'), '106.5', 8_450),
    demoBid('third', '（演示）西昌某科技公司', demoCreditCode('91513401MA6DEM002'), '109.2', 8_010),
  ]
  const draft = demoProcurement(project, [])
  got(await addOnce(work, procurements, draft, action), 'procurement')
  const published = got(moveProcurement('publish', draft, draft, work.policy, '2020-01-20'), 'publish')
  const opened = got(
    moveProcurement(
      'open',
      published,
      { ...published, bids: [demoBid('first', firm.name, firm.creditCode, '100', 9_120), ...losers] },
      work.policy,
      '2020-02-10',
    ),
    'open',
  )
  const award = { bidId: 'first', awardedOn: '2020-02-14', reason: '（演示）综合评分第一', byPreference: false }
  const awarded = got(moveProcurement('award', opened, { ...opened, award }, work.policy, '2020-02-14'), 'award')
  for (const each of [published, opened, awarded]) await saveRecord(work.tx, procurements, each, stampOf(work), ['version', 'state'])
  return draft.id
}

async function seedAssets(work: Work, contractId: string): Promise<void> {
  for (const serial of [1, 2, 3, 4])
    got(
      await addOnce(
        work,
        assetCards,
        {
          id: demoId(`zhaojue asset ${serial}`),
          countyCode: demoCounty.countyCode,
          contractId,
          contractLineId: 'equipment',
          version: 1,
          number: `513431-ZC-000${serial}`,
          name: '（演示）站点电脑与显示屏',
          model: '（演示）型号',
          serial: `DEMO-${serial}`,
          valueFen: '10000000',
          acquiredOn: '2020-04-20',
          siteId: demoId('zhaojue site centre'),
          place: '（演示）服务中心一楼',
          keeper: '（演示）保管人',
          photoFileId: null,
          state: 'in-use',
        },
        action,
      ),
      'asset',
    )
}

async function seedProgress(work: Work, projectId: string): Promise<void> {
  for (const [asOf, percent] of [
    ['2020-03-20', 40],
    ['2020-04-20', 80],
    ['2020-05-10', 100],
  ] as const)
    got(
      await addOnce(
        work,
        progressReports,
        {
          id: demoId(`zhaojue centre ${asOf}`),
          countyCode: demoCounty.countyCode,
          projectId,
          asOf,
          percent,
          stepsDone: [],
          note: '（演示）',
          photos: [],
        },
        action,
      ),
      'progress',
    )
}

export async function seedCentre(work: Work, firm: Contractor): Promise<void> {
  const project = demoProject(
    'centre',
    '（演示）县级电商公共服务中心建设',
    ['centre-rooms', 'centre-equipment'],
    'produce-to-city',
    '2020-02-20',
    '2020-05-10',
  )
  got(await addOnce(work, projectRecords, project, action), 'centre')
  got(
    await addOnce(
      work,
      sites,
      demoSite('centre', project, 'county-service-centre', '（演示）昭觉县电商公共服务中心', '100', '170'),
      action,
    ),
    'centre site',
  )
  const procurementId = await seedProcurement(work, firm, project)
  const contract = await signDemo(
    work,
    demoContract({
      project,
      contractor: firm,
      procurementId,
      number: '（演示）昭商合〔2020〕1号',
      lines: [
        demoContractLine('rooms', 'centre-rooms', '功能区装修与布展', 'premises-fit-out', '60', '60', { premises: 'reuses' }),
        demoContractLine('equipment', 'centre-equipment', '站点电脑与显示屏', 'equipment-station', '40', '40', {
          quantity: 4,
          unit: '套',
          asset: true,
        }),
      ],
      from: '2020-02-20',
      until: '2020-05-10',
      data: requiredData(work.policy, demoCounty.year, ['county-service-centre']).map(({ id }) => id),
    }),
  )
  await seedAssets(work, contract.id)
  await seedProgress(work, project.id)
  await setStage(work.tx, project, 'completed')
}

export async function seedLogistics(work: Work, firm: Contractor): Promise<void> {
  const project = demoProject(
    'logistics',
    '（演示）县级物流配送中心设备',
    ['logistics-equipment', 'logistics-service'],
    'joint-delivery',
    '2020-03-01',
    '2020-09-30',
  )
  got(await addOnce(work, projectRecords, project, action), 'logistics')
  got(
    await addOnce(work, sites, demoSite('logistics', project, 'distribution-centre', '（演示）昭觉县物流配送中心', '150', '520'), action),
    'logistics site',
  )
  await signDemo(
    work,
    demoContract({
      project,
      contractor: firm,
      procurementId: null,
      number: '（演示）昭商合〔2020〕2号',
      lines: [
        demoContractLine('shelves', 'logistics-equipment', '货架与扫码枪', 'equipment-logistics', '28', '28', {
          asset: true,
          quantity: 2,
          unit: '批',
        }),
      ],
      from: '2020-03-10',
      until: '2020-09-30',
      data: requiredData(work.policy, demoCounty.year, ['distribution-centre']).map(({ id }) => id),
    }),
  )
  got(
    await addOnce(
      work,
      progressReports,
      {
        id: demoId('zhaojue logistics progress'),
        countyCode: demoCounty.countyCode,
        projectId: project.id,
        asOf: '2020-04-30',
        percent: 12,
        stepsDone: [],
        note: '（演示）设备到货',
        photos: [],
      },
      action,
    ),
    'progress',
  )
  await setStage(work.tx, project, 'under-way')
}
