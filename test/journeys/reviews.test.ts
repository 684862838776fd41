import { demoPeople } from '@jincun/identity'
import { sealOf } from '@jincun/reviews'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

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

const openRound = async (page: Page): Promise<void> => {
  await page.goto('/reviews/2020')
  await page
    .locator('main')
    .getByRole('link', { name: /专家评审/ })
    .first()
    .click()
  await page.getByRole('list', { name: '进展' }).waitFor()
}

describe.each([desktop, phone])('at %o', size => {
  test('a province sees its pool, its round and who is how far, but no score', async () => {
    const page = await stage.signIn('sichuan-commerce', size)
    await page.goto('/experts')
    await page.getByRole('table', { name: '评审专家库' }).getByText('四川省专家一').waitFor()
    await inOrder(page, `experts-${size.width}`)
    await openRound(page)
    await page.getByText('还有 6 份没有提交').waitFor()
    await page.getByText('自己算一遍').click()
    await page.getByRole('button', { name: '在本浏览器重新计算' }).click()
    await page.getByText('重新计算完全一致').waitFor()
    await inOrder(page, `review-round-${size.width}`)
  })

  test('a province reads the outcome, tries another line, and confirms with a note on each kind of signal', async () => {
    const page = await stage.signIn('guizhou-commerce', size)
    await openRound(page)
    await page.getByRole('link', { name: '评审结果与统计' }).click()
    await page.getByRole('table', { name: '排序' }).getByText('紫云苗族布依族自治县').waitFor()
    await page.getByText(/专家A比其他专家平均宽/).waitFor()
    await page.getByLabel('名额线按几个县计算').fill('1')
    await page
      .getByText(/去掉专家|入围名单都不变/)
      .first()
      .waitFor()
    await inOrder(page, `review-outcome-${size.width}`)
    await page.getByRole('button', { name: '确认结果' }).click()
    await page.getByLabel('对“评分差距大”的说明').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })

  test('a reviewer scores by keyboard beside the application; the draft saves itself', async () => {
    const page = await stage.signIn('sichuan-reviewer-2', size)
    await page.goto('/my-reviews')
    await page.getByRole('table', { name: '分配给我的申报' }).waitFor()
    await inOrder(page, `my-reviews-${size.width}`)
    await page
      .getByRole('link', { name: '打开' })
      .nth(size === desktop ? 0 : 1)
      .click()
    const points = page.getByLabel('得分（0–20，可到半分）').first()
    await points.fill('15')
    await points.press('ArrowUp')
    expect(await points.inputValue()).toBe('15.5')
    await points.press('Enter')
    await page.keyboard.type('站点近一年有交易台账')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('99')
    await page.getByText('请填0到15之间的整分或半分').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByText(/已保存草稿/).waitFor()
    await inOrder(page, `scoring-${size.width}`)
    await page.reload()
    await page
      .getByText('还有 6 处要补全')
      .or(page.getByText(/还有 \d+ 处要补全/))
      .waitFor()
    expect(await page.getByLabel('得分（0–20，可到半分）').first().inputValue()).toBe('15.5')
  })
})

test('a round from its beginning: conflicts, announcement, draw, an answer that declares a tie, assignment, a sheet handed in', async () => {
  const secret = '（演示）省纪检监察组：窗含西岭千秋雪'
  const page = await stage.signIn('sichuan-commerce')
  await openRound(page)
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
  await page.getByRole('button', { name: '发布抽取公告' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布抽取公告' }).click()

  await page.getByLabel('省纪检监察组').fill('不是封存的那一段文本，也够十六个字')
  await page.getByLabel('双色球第2020031期').fill('03 11 17 21 26 30+07')
  await page.getByRole('button', { name: '抽取专家' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '抽取专家' }).click()
  await page
    .getByRole('dialog')
    .getByText(/与封存值不符/)
    .waitFor()
  await page.getByRole('dialog').getByRole('button', { name: /取消/ }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByLabel('省纪检监察组').fill(secret)
  await page.getByRole('button', { name: '抽取专家' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '抽取专家' }).click()
  await page.getByText(/未答复 5/).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await inOrder(page, 'review-inviting')

  const answered = await answerAll(page)
  expect(answered).toBe(5)
  await page.getByRole('button', { name: '分配申报并开始评分' }).click()
  await page.getByLabel('评分截止日').fill('2020-05-26')
  await page.getByRole('dialog').getByRole('button', { name: '分配申报并开始评分' }).click()
  await page
    .getByRole('table', { name: /分配表/ })
    .getByText('0/18')
    .waitFor()
  await scoreOne()
  await page.reload()
  await page
    .getByRole('table', { name: /分配表/ })
    .getByText('1/18')
    .waitFor()
})

const reviewers = demoPeople.filter(person => person.username.startsWith('sichuan-reviewer'))

/** Experts with an account answer for themselves, one of them with a tie; for the others the office writes down a refusal. */
async function answerAll(office: Page): Promise<number> {
  let accepted = 0
  const address = office.url()
  for (const person of reviewers) {
    const page = await stage.signIn(person.username)
    await page.goto('/my-reviews')
    await page.getByRole('heading', { name: '我的评审' }).waitFor()
    for (let turn = 0; turn < 4 && (await page.getByRole('button', { name: /接受并承诺/ }).count()) === 0; turn++) {
      await office.goto(address)
      await office.getByRole('table', { name: '评审组' }).waitFor()
      if ((await office.getByRole('button', { name: '代记答复' }).count()) > 0) await declineFirstWithoutAccount(office)
      const fill = office.getByRole('button', { name: /按顺序递补/ })
      if ((await fill.count()) > 0) await fill.click()
      await page.reload()
      await page.getByRole('heading', { name: '我的评审' }).waitFor()
    }
    if (accepted === 0) {
      await page.getByLabel(/丹棱县/).check()
      await page.getByLabel('与丹棱县的关系').fill('（演示）曾为该县授课')
      await picture(page, 'review-invitation')
      expect(await axeViolations(page)).toEqual([])
    }
    await page.getByRole('button', { name: /接受并承诺/ }).click()
    await page.getByRole('button', { name: /接受并承诺/ }).waitFor({ state: 'detached' })
    accepted++
    await page.context().close()
  }
  await office.goto(address)
  await office.getByText('接受 5').waitFor()
  return accepted
}

async function declineFirstWithoutAccount(office: Page): Promise<void> {
  const names = reviewers.map(person => person.name)
  for (const row of await office.getByRole('table', { name: '评审组' }).getByRole('row').all()) {
    const text = await row.innerText()
    if (!text.includes('已邀请') || names.some(name => text.includes(name))) continue
    await row.getByRole('button', { name: '代记答复' }).click()
    const form = office.getByRole('dialog')
    await form.getByLabel('答复').selectOption('decline')
    await form.getByLabel('谢绝的原因').fill('（演示）出差')
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })
    return
  }
}

async function scoreOne(): Promise<void> {
  const page = await stage.signIn('sichuan-reviewer-3')
  await page.goto('/my-reviews')
  await page.getByRole('table', { name: '分配给我的申报' }).getByRole('link', { name: '打开' }).first().click()
  await page.getByLabel(/^得分/).first().waitFor()
  for (const field of await page.getByLabel(/^得分/).all()) await field.fill('5')
  for (const field of await page.getByLabel('理由', { exact: true }).all()) await field.fill('按申报材料评定')
  await page.getByRole('button', { name: '提交评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交评分' }).click()
  await page.getByText(/已于 .* 提交，合计 35 分/).waitFor()
  await inOrder(page, 'scoring-handed-in')
}
