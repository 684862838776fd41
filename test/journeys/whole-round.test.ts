import { sealOf } from '@jincun/reviews'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atRest, axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { answerInvitations, scoreOnThePage, scoreTheRest } from './review-panel.ts'

/** The whole round of one province, from the factor method to the public page, each step by whoever takes it. The steps follow each other. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const inOrder = async (page: Page, name: string): Promise<void> => {
  await picture(page, name)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

/** Presses a button and the button of the same name in the dialog that asks whether to. */
async function confirmed(page: Page, name: string): Promise<void> {
  await atRest(page) // A dialog that is still closing swallows the click that opens the next.
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** Opens the drawer of an order that follows from a decision, and gives the document it goes by. */
async function orderByDocument(page: Page, name: string, document: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('下达文件文号').fill(document)
  await drawer.getByLabel('下达日期').fill('2020-06-03')
  await drawer.getByRole('button', { name, exact: true }).click()
}

test('the centre keeps a variant of the factor method, reads its working sheet and publishes it as a correction with a reason', async () => {
  const page = await stage.signIn('centre')
  await page.goto('/allocation/2020/what-if')
  await page.getByLabel('每省保底').fill('1')
  await page.getByLabel('方案名称').fill('（演示）每省至少1个')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存，可以查看工作底稿并发布。').waitFor()
  await page.getByRole('link', { name: '（演示）每省至少1个' }).click()
  await page.getByRole('heading', { level: 1, name: '（演示）每省至少1个' }).waitFor()
  await page.getByText('保底 1，封顶 不设').waitFor()
  await inOrder(page, 'allocation-run')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载工作底稿（Excel，含公式）' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('provisional-quotas-2020.xlsx')

  await page.getByRole('button', { name: '发布为预下达数量' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('发布后不能撤回').waitFor()
  await picture(page, 'allocation-publish')
  await dialog.getByRole('button', { name: '发布为预下达数量' }).click()
  await dialog.getByText('更正已发布的预下达数量须写明理由').waitFor()
  await dialog.getByLabel('发布说明').fill('（演示）每省至少一个县')
  await dialog.getByRole('button', { name: '发布为预下达数量' }).click()
  await page.getByText('已发布（第2次').waitFor()
  await page.goto('/public/allocation/2020')
  await page.getByText('（演示）每省至少一个县').waitFor()
})

test('a county mends what stands in the way, the form saves itself, and it submits on a phone; the province accepts', async () => {
  const page = await stage.signIn('zhaojue-government', phone)
  await page.goto('/applications')
  await page
    .getByRole('table')
    .getByRole('link', { name: /昭觉县/ })
    .click()
  await page.getByText(/已自动保存/).waitFor()
  const goal = page.getByRole('group', { name: '农村网络零售额增速' })
  await goal.getByLabel('目标值').fill('25')
  await page.getByText('已自动保存（第 4 版）').waitFor()
  for (const card of await page.locator('details.application-card').all())
    if ((await card.getAttribute('open')) === null) await card.locator('> summary').click()
  for (const name of await page.getByLabel('支出名称').all())
    if ((await name.inputValue()) === '其他费用') await name.fill('（演示）品牌设计服务费')
  await page.getByText('可以进入下一步').waitFor()
  await inOrder(page, 'application-ready-390')
  await confirmed(page, '提交申报')
  await page.getByText('现在只能查看，不能修改：已提交。').waitFor()

  const province = await stage.signIn('sichuan-commerce')
  await province.goto(page.url())
  await confirmed(province, '受理并送评审')
  await province.getByText('现在只能查看，不能修改：已受理送评审。').waitFor()
})

test('the province draws experts from a seed two parties made; they answer, one with a tie; applications are assigned', async () => {
  const secret = '（演示）省纪检监察组：窗含西岭千秋雪'
  const page = await stage.signIn('sichuan-commerce')
  await page.goto('/reviews/2020')
  await page
    .locator('main')
    .getByRole('link', { name: /专家评审/ })
    .first()
    .click()
  await page.getByRole('button', { name: '撤销本轮' }).click()
  await page.getByLabel('原因').fill('（演示）重新组织')
  await page.getByRole('dialog').getByRole('button', { name: '撤销本轮' }).click()
  await page.getByText('本轮已撤销').waitFor()
  await page.goto('/reviews/2020')
  await page.getByRole('button', { name: '组织评审' }).click()
  await page.getByLabel('轮次名称').fill('（演示）四川省重新评审')
  await page.getByRole('button', { name: '开始准备' }).click()
  await page.getByRole('table', { name: '须回避的关系' }).getByRole('rowheader', { name: '四川省专家二' }).waitFor()
  await page.getByLabel('每份申报的专家数').fill('3')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByLabel('评审组席位').fill('5')
  await page.getByLabel('提供方').nth(0).fill('省纪检监察组')
  await page.getByLabel('封存值（SHA-256）').fill(sealOf(secret))
  await page.getByLabel('提供方').nth(1).fill('双色球第2020031期')
  await page.getByLabel('在哪里公布').fill('中国福彩网')
  await inOrder(page, 'review-preparing')
  await confirmed(page, '发布抽取公告')

  await page.getByLabel('省纪检监察组').fill('不是封存的那一段文本，也够十六个字')
  await page.getByLabel('双色球第2020031期').fill('03 11 17 21 26 30+07')
  await confirmed(page, '抽取专家')
  await page
    .getByRole('dialog')
    .getByText(/与封存值不符/)
    .waitFor()
  await page.getByRole('dialog').getByRole('button', { name: /取消/ }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByLabel('省纪检监察组').fill(secret)
  await confirmed(page, '抽取专家')
  await page.getByText(/未答复 5/).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await inOrder(page, 'review-inviting')

  await answerInvitations(stage, page)
  await page.getByRole('button', { name: '分配申报并开始评分' }).click()
  await page.getByLabel('评分截止日').fill('2020-05-26')
  await page.getByRole('dialog').getByRole('button', { name: '分配申报并开始评分' }).click()
  await page
    .getByRole('table', { name: /分配表/ })
    .getByText('0/21')
    .waitFor()
})

test('experts score blind; the province closes, reads every score and confirms; the result goes onto its list', async () => {
  const reviewer = await stage.signIn('sichuan-reviewer-3', phone)
  await scoreOnThePage(reviewer)
  await inOrder(reviewer, 'scoring-handed-in-390')
  const page = await stage.signIn('sichuan-commerce')
  await page.goto('/reviews/2020')
  await page.locator('main').getByRole('link', { name: '（演示）四川省重新评审' }).click()
  await page
    .getByRole('table', { name: /分配表/ })
    .getByText('1/21')
    .waitFor()
  await scoreTheRest(stage, page.url().split('/').at(-1) ?? '')
  await page.reload()
  await confirmed(page, '结束评分')
  await page.getByRole('link', { name: '评审结果与统计' }).click()
  await page.getByRole('table', { name: '排序' }).getByText('昭觉县').waitFor()
  await page.getByRole('button', { name: '确认结果' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '确认结果' }).waitFor()
  for (const note of await dialog.getByRole('textbox').all()) await note.fill('（演示）复核后维持')
  await dialog.getByRole('button', { name: '确认结果' }).click()
  await page.getByText('已确认并冻结，内容哈希').waitFor()
  await inOrder(page, 'review-confirmed')
})

test('the province writes its list from the review, basis and provincial plan, and submits before the deadline', async () => {
  const page = await stage.signIn('sichuan-commerce')
  await page.goto('/ranked-lists/2020/510000')
  await page.getByLabel(/评审：（演示）四川省重新评审/).check()
  await page.getByRole('button', { name: '取用所选（1）' }).click()
  await page
    .getByRole('table', { name: /排序名单/ })
    .getByText('昭觉县')
    .waitFor()
  await page.getByLabel(/怎样组织申报和评审/).fill('（演示）县级申报，省级受理，抽取专家盲评，按得分排序并公示。'.repeat(4))
  const sections = page.locator('textarea')
  for (const section of await sections.all())
    if ((await section.inputValue()) === '') await section.fill('（演示）写明做什么、谁来做、怎样检查。'.repeat(20))
  await page.getByRole('button', { name: '增加一项目标' }).click()
  for (const [label, value] of [
    ['指标', '（演示）培训后开展网络销售的人数'],
    ['单位', '人'],
    ['基数', '1200'],
    ['基数日期', '2019-12-31'],
    ['目标值', '3000'],
    ['完成日期', '2021-06-30'],
    ['口径与来源', '（演示）全省示范县'],
  ] as const)
    await page.getByLabel(label, { exact: true }).last().fill(value)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存为第1版').waitFor()
  await inOrder(page, 'ranked-list-from-review')
  await confirmed(page, '报送三部门')
  await page.getByText('回执校验值（SHA-256）').waitFor()
  await confirmed(page, '公布名单与得分')
  await page.getByText('已公布').first().waitFor()
})

test('the centre scores the plans, approves a number and settles; the province names its counties by letter on a phone; the centre publishes', async () => {
  stage.program.setNow('2020-06-03T09:00:00+08:00')
  const centre = await stage.signIn('centre')
  await centre.goto('/settlement/2020')
  await centre.getByRole('heading', { level: 1, name: '2020年核定与结算' }).waitFor()
  for (const [province, points, number] of [
    ['甘肃省', '88.5', '3'],
    ['四川省', '80', '2'],
  ] as const) {
    const row = centre.getByRole('row', { name: new RegExp(province) })
    await row.getByRole('button', { name: '评审方案' }).click()
    const drawer = centre.getByRole('dialog')
    await drawer.getByLabel(/^得分/).fill(points)
    await drawer.getByRole('button', { name: '保存' }).click()
    await row.getByRole('button', { name: '核定数量' }).click()
    await drawer.getByLabel(/^核定数量/).fill(number)
    await drawer.getByLabel(/^理由/).fill('（演示）按方案得分核定')
    await drawer.getByRole('button', { name: '核定数量' }).click()
    await row.getByRole('cell', { name: points, exact: true }).waitFor()
  }
  await centre.getByRole('dialog').waitFor({ state: 'hidden' }) // A drawer that is still closing lies over the buttons.
  await inOrder(centre, 'settlement')
  await centre.getByRole('button', { name: '结算并公布' }).click()
  await centre.getByLabel(/我确认按系统假定/).check()
  await centre.getByRole('dialog').getByRole('button', { name: '结算并公布' }).click()
  await centre.getByText(/本年度资金已于/).waitFor()
  await centre.getByText(/的补拨、退回没有下达记账/).waitFor()
  await inOrder(centre, 'settlement-to-post')
  await orderByDocument(centre, '按结算结果下达', '（演示）财建〔2020〕9号')
  await centre.getByText(/的补拨、退回没有下达记账/).waitFor({ state: 'hidden' })
  await centre.getByRole('link', { name: '结算 （演示）财建〔2020〕9号' }).first().waitFor()

  const province = await stage.signIn('sichuan-commerce', phone)
  await province.goto('/final-lists/2020/510000')
  await province.getByLabel(/^发文字号/).fill('（演示）川府函〔2020〕1号')
  await province.getByLabel(/^成文日期/).fill('2020-06-03')
  await province.getByLabel(/^签发单位/).fill('（演示）四川省人民政府')
  await inOrder(province, 'final-list-390')
  await province.getByRole('button', { name: '保存', exact: true }).click()
  await province.getByText('已保存为第1版').waitFor()
  await confirmed(province, '以省政府函报送')
  await province.getByText('已报送，回执校验值（SHA-256）').waitFor()

  await centre.goto('/final-lists/2020/510000')
  await inOrder(centre, 'final-list-1440')
  await confirmed(centre, '确认并公布')
  await centre.getByText(/已公布，2个县自2020-06-03起为示范县/).waitFor()

  const finance = await stage.signIn('sichuan-finance')
  await finance.goto('/final-lists/2020/510000')
  await orderByDocument(finance, '按最终名单下达到县', '（演示）川财建〔2020〕9号')
  await finance.getByText('名单上各县资金已按标准下达。').waitFor()
  await inOrder(finance, 'county-allotments')
  await finance.getByRole('link', { name: '（演示）川财建〔2020〕9号' }).first().click()
  await finance.getByRole('heading', { name: '一笔资金流转的全部分录' }).waitFor()
})

test('anyone sees the counties on a phone, and that what was published stands unaltered in the register', async () => {
  const page = await stage.visit(phone)
  await page.goto('/public/final-lists/2020')
  await page.getByText('（演示）川府函〔2020〕1号').first().waitFor()
  await inOrder(page, 'public-final-list-390')
  await page.getByRole('table').getByRole('link', { name: /县$/ }).first().click()
  await page.getByText(/2020 年示范县，自 2020-06-03 起/).waitFor()
  await page.goBack()
  await page
    .getByRole('link', { name: /公开登记第 \d+ 号/ })
    .first()
    .click()
  await page.getByText('没有改动：内容与登记的摘要相符，并且在树中。').waitFor()
  await inOrder(page, 'public-publication-390')
})
