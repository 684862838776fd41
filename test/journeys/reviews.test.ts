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
