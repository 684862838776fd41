import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { confirm, fill, form, photo, sendPhoto as send } from '../support/forms.ts'

let stage: Stage
const desks = new Map<string, Page>()
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** The window of a person, signed in once, at a desk or held in the hand. */
async function at(username: string, size = desktop): Promise<Page> {
  const page = desks.get(username) ?? (await stage.signIn(username, size))
  desks.set(username, page)
  await page.setViewportSize(size)
  return page
}

const county = '513431'
const project = '（演示）乡镇服务站建设'
const station = '（演示）竹核乡服务站'
const purchase = '（演示）乡镇服务站设备采购'
const contract = '（演示）乡镇服务站设备合同'
const allotment = '（演示）川财建〔2020〕8号'
const firms = [
  ['（演示）昭觉县电商服务有限公司', '91513431MA6DEMA18G', '350000', '92.5'],
  ['（演示）凉山某电商公司', '91513400MA6DEM0014', '352000', '84'],
  ['（演示）西昌某科技公司', '91513401MA6DEM002M', '358500', '80'],
] as const

/** The province permits what waits for its ruling (its own page is opened by the journeys of every page). */
async function ruleOnWaiting(): Promise<void> {
  const province = await stage.program.as('sichuan-commerce')
  const at = `/api/projects/${county}/rulings`
  const { waiting } = (await province.get<{ waiting: { door: string; recordId: string; lineId: string; name: string }[] }>(at)).body
  const [{ door, recordId, lineId, name } = { name: '' }] = waiting.filter(row => row.door === 'payment-request')
  const ruling = {
    id: '01900000-0000-7000-8000-00000000f001',
    door,
    recordId,
    lineId,
    name,
    decision: 'permitted',
    reason: '（演示）站点耗材',
  }
  expect((await province.send('POST', at, ruling)).status).toBe(200)
}

/** A visit to the station that finds everything; `level` where city or province visit a drawn site. */
async function visit(page: Page, level?: string): Promise<void> {
  await form(
    page,
    /^检\s?查$/,
    { '面积（平方米） ≥ 100（可不填）': '120' },
    async drawer => {
      for (const item of ['打包台', '货架', '电脑', '扫码枪', '统一标识与举报渠道'])
        await drawer.getByLabel(item, { exact: true }).selectOption('1')
      if (level) await drawer.getByLabel('层级').selectOption(level)
      // Each item shows its evidence: without a photo it is a defect.
      const photos = drawer.locator('input[type=file]')
      for (let shown = 0; shown < 6; shown++) {
        await photos.nth(shown).setInputFiles(photo)
        await expect.poll(() => drawer.getByText('已上传：photo.png').count()).toBe(shown + 1)
      }
    },
    '记录检查',
  )
}

test('provincial finance allots the county its money', async () => {
  const province = await at('sichuan-finance')
  await province.goto('/ledger/allotments')
  await form(
    province,
    '登记下达',
    { '金额（元）': '500000', '文号/凭证号': allotment, 日期: '2020-05-19' },
    async drawer => {
      const box = drawer.getByRole('combobox', { name: '收到资金的地区' })
      await box.fill('昭觉县')
      await drawer.getByRole('option', { name: /昭觉县/ }).click()
    },
    /保\s?存/,
  )
  await province
    .getByRole('row', { name: new RegExp(allotment) })
    .getByRole('link', { name: '昭觉县' })
    .waitFor()
})

test('a new version of the plan is proposed line by line and approved by the province', async () => {
  const office = await at('zhaojue-office')
  await office.goto(`/plans/${county}/2020/change`)
  await office
    .getByRole('row', { name: /共同配送服务/ })
    .getByRole('button', { name: /修\s?改/ })
    .click()
  await fill(office.getByRole('dialog'), { '中央（万元）': '90' })
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click()
  await office.getByRole('dialog').waitFor({ state: 'hidden' })
  await form(
    office,
    '增加一行',
    { 所属项目名称: '（演示）乡镇服务站', 预算行名称: '站点办公楼装修', '中央（万元）': '30' },
    async drawer => {
      await drawer.getByLabel('支出类别').selectOption({ label: '设备购置 / 站点设备' })
      await drawer.getByText(/负面清单，中央资金不得支付/).waitFor()
      await drawer.getByLabel('支出类别').selectOption('')
      await drawer.getByLabel('预算行名称').fill('站点电脑与货篮')
      await drawer.getByRole('button', { name: '设备购置 / 站点设备' }).click()
      await drawer.getByText('不涉及负面清单').waitFor()
      await drawer.getByLabel('支持方向').selectOption('joint-delivery')
      await drawer.getByLabel('支持方式').selectOption('service-purchase')
    },
    /保\s?存/,
  )
  await office.getByText('可以进入下一步').waitFor()
  await picture(office, 'accepted-plan-change')
  await form(office, '提交省里审批', { 变更理由: '（演示）增设乡镇服务站，调减配送服务' })
  await office.getByText('等待省商务厅审批；').waitFor()

  const province = await at('sichuan-commerce')
  await province.goto(`/plans/${county}/2020`)
  await province.getByText('共同配送服务 · 中央（万元）').waitFor()
  await picture(province, 'accepted-plan-decision')
  expect(await axeViolations(province)).toEqual([])
  await form(province, /批\s?准/, { 批复文号: '（演示）川商函〔2020〕2号' })
  await province
    .getByRole('row', { name: /川商函〔2020〕2号/ })
    .getByText('现行')
    .waitFor()
})

test('county finance assigns the money that came to the line of the approved plan', async () => {
  const finance = await at('zhaojue-finance')
  await finance.goto(`/payments/budget/${county}/2020`)
  const line = finance.getByRole('row', { name: /站点电脑与货篮/ })
  await form(
    line,
    '安排资金',
    { 预算年度: '2020', '申请金额（元）': '300000', '文号（可不填）': '（演示）昭财预〔2020〕2号' },
    undefined,
    /保\s?存/,
  )
  await expect.poll(() => line.getByRole('cell').allInnerTexts()).toEqual(['中央财政资金', '30', '30', '安排资金'])
})

test('the project is registered with its site, bought for by a lawful procedure and contracted', async () => {
  const office = await at('zhaojue-office')
  await office.goto(`/projects/${county}/2020`)
  await form(
    office,
    '登记项目',
    {
      项目建设名称: project,
      中央财政资金支持建设内容: '（演示）一个乡镇服务站的设备',
      责任人姓名: '（演示）负责人',
      计划开始: '2020-05-20',
      计划完成: '2020-06-30',
      '政府决策单位或领导人（可不填）': '（演示）县人民政府常务会议',
      '决策文件（可不填）': '（演示）昭府纪要〔2020〕2号',
      '信息公开网址（可不填）': 'https://example.com/disclosure',
    },
    drawer => drawer.getByLabel(/站点电脑与货篮/).check(),
    /保\s?存/,
  )
  await office.getByRole('link', { name: project }).click()
  await form(
    office,
    '登记站点',
    {},
    async drawer => {
      await drawer.getByLabel('类型').selectOption('township-station')
      await drawer.getByLabel('站点名称').fill(station)
      await drawer.getByLabel('中央资金（万元）').fill('31')
      await drawer.getByLabel('总投资（万元）').fill('60')
      await drawer.getByRole('button', { name: /保\s?存/ }).click()
      await drawer.getByText('超过省里的支持标准或重复支持，不能登记。').waitFor()
      await drawer.getByLabel('中央资金（万元）').fill('30')
    },
    /保\s?存/,
  )
  await office.getByRole('link', { name: '发起采购' }).click()
  await form(
    office,
    '新建采购',
    { 采购名称: purchase, 采购人: '（演示）昭觉县商务局', '预算（最高限价，元）': '360000', '投标（响应）截止日（可不填）': '2020-06-01' },
    async drawer => {
      await drawer.getByLabel('采购方式').selectOption('consultation')
      await drawer.getByRole('button', { name: '增加公告' }).click()
      await fill(drawer, { 公告标题: '（演示）采购公告', 发布日期: '2020-05-20' })
    },
    '保存草稿',
  )
  await confirm(office, '发布公告')
  await office.getByText('截止日后开标').waitFor()
  stage.program.setNow('2020-06-02T10:00:00+08:00')
  for (const [name, code, price, points] of firms) {
    await office.getByRole('button', { name: '增加报价' }).click()
    await fill(office, { 供应商名称: name, 统一社会信用代码: code, '报价（元）': price, '得分（百分制，可两位小数）（可不填）': points })
  }
  await picture(office, 'accepted-bids')
  await confirm(office, '开标并登记报价')
  await form(office, /定\s?标/, { 定标理由: '（演示）综合评分第一' })
  await office.getByText('按中标结果签订合同').waitFor()
  await picture(office, 'accepted-procurement')

  await office.getByRole('link', { name: '拟订合同' }).click()
  await fill(office, { 合同编号: '（演示）昭商合〔2020〕3号', 合同名称: contract, 开始日期: '2020-06-02', 结束日期: '2020-06-30' })
  await office.getByRole('button', { name: '增加明细' }).click()
  await fill(office, { 名称: '站点电脑与货篮', 数量: '2', '金额（元）': '350000', '其中中央（元）': '300000' })
  await office.getByRole('button', { name: '设备购置 / 站点设备' }).click()
  await office.getByLabel('每件建资产卡片').selectOption('yes')
  for (const [name, share] of [
    ['到货', '60'],
    ['验收合格', '40'],
  ] as const) {
    await office.getByRole('button', { name: '增加付款节点' }).click()
    await fill(office, { 付款节点: name, '比例（%）': share })
  }
  await office.getByText('付款节点合计100%，须为100%。').waitFor()
  await office.getByRole('button', { name: '签订数据协议' }).click()
  await fill(office, { 信息保护条款: '（演示）数据仅用于项目监管，依法保密。' })
  await picture(office, 'accepted-contract-editor')
  await office.getByRole('button', { name: '保存草稿' }).click()
  await office.getByText('核对规则，补齐后签订').waitFor()
  await picture(office, 'accepted-contract-draft')
  await confirm(office, '签订')
  await office.getByText('按付款节点交付').waitFor()
})

test('the contractor is paid for the delivery, from its request to the voucher', async () => {
  const contractor = await at('zhaojue-contractor')
  await contractor.goto('/payments/own')
  await form(
    contractor.getByRole('row', { name: new RegExp(contract) }),
    '申请拨付',
    {
      '申请金额（元）': '180000',
      发票号码: '20200603',
      开票日期: '2020-06-02',
      '发票金额（元）': '180000',
      发票品名: '其他费用',
      交付日期: '2020-06-02',
      '交付价值（元，按合同价）': '210000',
      交付内容: '（演示）电脑与货篮已到货',
      开户银行: '（演示）昭觉县农村信用合作联社',
      银行账号: '6228480000000000001',
    },
    async drawer => {
      for (const paper of ['发票', '交付或完工证明']) {
        await drawer.getByLabel(paper, { exact: true }).setInputFiles({ ...photo, name: `${paper}.png` })
        await drawer.getByText(`已上传：${paper}.png`).waitFor()
      }
      // Words that may be on the negative list or not: the province rules on them, and the same words pass.
      await drawer.getByRole('button', { name: '提交申请' }).click()
      await drawer.getByRole('button', { name: '申请裁定' }).click()
      await drawer.getByText('已申请，待省级裁定').first().waitFor()
      await picture(contractor, 'accepted-ruling-asked')
      await ruleOnWaiting()
    },
    '提交申请',
  )
  await contractor.getByText('已提交，等待项目办审核。').waitFor()
  await contractor
    .getByRole('row', { name: new RegExp(contract) })
    .getByRole('button', { name: '申请拨付' })
    .click()
  await contractor.getByRole('dialog').getByText('（演示）站点耗材').first().waitFor()
  await contractor.keyboard.press('Escape')
  const office = await at('zhaojue-office')
  const finance = await at('zhaojue-finance')
  const steps = [
    [office, 'submitted', '项目办审核通过', {}],
    [finance, 'office-approved', '财政审核通过并预留资金', {}],
    [finance, 'approved', '登记国库支付凭证', { 支付凭证号: 'GK-2020-0603', 支付日期: '2020-06-02' }],
  ] as const
  for (const [page, state, step, fields] of steps) {
    await page.goto(`/payments?state=${state}`)
    await page
      .getByRole('row', { name: /180,000.00/ })
      .getByRole('link')
      .first()
      .click()
    await form(page, step, fields)
  }
  await finance.getByText('已拨付').first().waitFor()
  await finance.getByText('GK-2020-0603').first().waitFor()
})

test('assets are carded with labels to print, the sign is photographed, and the work reported completed', async () => {
  const office = await at('zhaojue-office')
  await office.goto(`/assets/${county}`)
  const bought = office.getByRole('row', { name: /站点电脑与货篮/ }).first()
  await form(bought, /建\s?卡/, { '出厂编号（每行一个）': 'SN-1\nSN-2', 保管人: '（演示）站长', 存放地点: '（演示）乡政府旁' })
  await bought.getByText('2/2').waitFor()
  await office.getByLabel('合同', { exact: true }).selectOption({ label: `（演示）昭商合〔2020〕3号 ${contract}` })
  const [labels] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name: '打印标签（PDF）' }).click()])
  expect(labels.suggestedFilename()).toMatch(/资产标签\.pdf$/)
  await office.goto(`/projects/${county}/2020`)
  await office.getByRole('link', { name: project }).click()
  await form(office, '上传标识照片', {}, send)
  await form(office, '报进度', { '已完成（%）': '100' }, send)
  await form(office, '报建设完成', { 说明: '（演示）设备到位，站点开业' })
  await office.getByText('等承办单位申请验收').waitFor()
  await picture(office, 'accepted-project')

  const assessor = await at('accountant', phone)
  await assessor.goto(`/stock-take/${county}`)
  await assessor.getByLabel('输入资产编号').fill('513431-zc-0005')
  await assessor.getByRole('button', { name: '查找' }).click()
  await assessor.getByText('（演示）站长').waitFor()
  await assessor.getByLabel('现场照片（可不填）').setInputFiles(photo)
  await assessor.getByText('已拍：photo.png').waitFor()
  await picture(assessor, 'accepted-stock-take')
  await assessor.getByRole('button', { name: '记录盘点' }).click()
  await assessor.getByText(/已记录：513431-ZC-0005/).waitFor()
})

test('acceptance is refused while data are missing, and given once they are on file and the drawn site met its standard', async () => {
  const contractor = await at('zhaojue-contractor', phone)
  await contractor.goto(`/own-acceptance/${county}`)
  const own = contractor.getByRole('row', { name: new RegExp(contract) })
  await own.getByRole('button', { name: '申请验收' }).click()
  await contractor.getByRole('dialog').locator('form').getByRole('button', { name: '申请验收' }).click()
  await own.getByText('已申请，待县级自验').waitFor()
  await picture(contractor, 'accepted-own')

  const office = await at('zhaojue-office', phone)
  await office.goto(`/acceptance/${county}`)
  await office.getByRole('link', { name: contract }).click()
  await visit(office)
  await office.getByRole('button', { name: '县级自验合格' }).first().click()
  const refusal = office.getByRole('dialog')
  await refusal.getByRole('button', { name: '县级自验合格' }).click()
  await refusal.getByText('还不能验收').waitFor()
  await refusal.getByText(/数据不完整的不得验收/).waitFor()
  expect(await refusal.getByText('6.4d').count()).toBeGreaterThan(0)
  await picture(office, 'accepted-refused')
  await refusal.getByRole('button', { name: /取\s?消/ }).click()
  await office.getByText('还缺什么（3项）').first().waitFor()
  await picture(office, 'accepted-missing')

  await contractor.getByLabel('合同', { exact: true }).selectOption({ label: `（演示）昭商合〔2020〕3号 ${contract}` })
  const missing = contractor.getByRole('row', { name: new RegExp(`2020-06.*${contract}`) })
  for (let left = 3; left > 0; left--) {
    await expect.poll(() => missing.count()).toBe(left)
    await missing
      .first()
      .getByRole('button', { name: /报\s?送/ })
      .click()
    const drawer = contractor.getByRole('dialog')
    await send(drawer)
    await drawer.getByLabel('数据行数').fill('30')
    await drawer
      .locator('form')
      .getByRole('button', { name: /报\s?送/ })
      .click()
    await drawer.waitFor({ state: 'hidden' })
  }
  await office.reload()
  await confirm(office, '县级自验合格')
  await office.getByText('县级自验合格，待抽样').waitFor()

  const province = await at('sichuan-commerce')
  await province.goto(`/acceptance/${county}`)
  await province.getByRole('link', { name: contract }).click()
  await confirm(province, '抽样并公布')
  await province.getByText(/第1次抽样，2020-06-02/).waitFor()
  for (const level of ['city', 'province']) await visit(province, level)
  await picture(province, 'accepted-sampled')
  expect(await axeViolations(province)).toEqual([])
  await confirm(province, '作出验收结论')
  await province.getByText('验收合格').first().waitFor()
  const [pack] = await Promise.all([province.waitForEvent('download'), province.getByRole('link', { name: '下载证据包（ZIP）' }).click()])
  expect(pack.suggestedFilename()).toBe(`${project}-证据包.zip`)
  await province.getByRole('link', { name: '运营回访' }).click()
  await province.getByText('验收后3个月').waitFor()
  await picture(province, 'accepted-operation')
  await office.goto(`/projects/${county}/2020`)
  await office
    .getByRole('row', { name: new RegExp(project) })
    .getByText('已验收')
    .waitFor()
  expect(await overflows(office)).toBe(false)
})
