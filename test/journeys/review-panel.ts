import { demoPeople } from '@jincun/identity'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeViolations, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

const reviewers = demoPeople.filter(person => person.username.startsWith('sichuan-reviewer'))

/** Experts with an account answer for themselves, one of them with a tie; for the others the office writes down a refusal. */
export async function answerInvitations(stage: Stage, office: Page): Promise<void> {
  const address = office.url()
  for (const [place, person] of reviewers.entries()) {
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
    if (place === 0) await declareTie(page)
    await page.getByRole('button', { name: /接受并承诺/ }).click()
    await page.getByRole('button', { name: /接受并承诺/ }).waitFor({ state: 'detached' })
    await page.context().close()
  }
  await office.goto(address)
  await office.getByText('接受 5').waitFor()
}

async function declareTie(page: Page): Promise<void> {
  await page.getByLabel(/丹棱县/).check()
  await page.getByLabel('与丹棱县的关系').fill('（演示）曾为该县授课')
  await picture(page, 'review-invitation')
  expect(await axeViolations(page)).toEqual([])
}

async function declineFirstWithoutAccount(office: Page): Promise<void> {
  const names = reviewers.map(person => person.name)
  const rows = office.getByRole('table', { name: '评审组' }).getByRole('row')
  await rows.nth(1).waitFor()
  for (const row of await rows.all()) {
    const text = (await row.textContent()) ?? ''
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

/** One sheet handed in on the page, as its reviewer does it. */
export async function scoreOnThePage(page: Page): Promise<void> {
  await page.goto('/my-reviews')
  await page.getByRole('table', { name: '分配给我的申报' }).getByRole('link', { name: '打开' }).first().click()
  await page.getByLabel(/^得分/).first().waitFor()
  for (const field of await page.getByLabel(/^得分/).all()) await field.fill('5')
  for (const field of await page.getByLabel('理由', { exact: true }).all()) await field.fill('按申报材料评定')
  await page.getByRole('button', { name: '提交评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交评分' }).click()
  await page.getByText(/已于 .* 提交，合计 35 分/).waitFor()
}

type Assignment = { roundId: string; applicationId: string; countyCode: string; submittedAt: string | null }
type Items = { items: { id: string; maxPoints: number }[] }

/** All sheets that are still missing, through the route the page uses. */
export async function scoreTheRest(stage: Stage, roundId: string): Promise<void> {
  let made = 0
  for (const [place, person] of reviewers.entries()) {
    const reviewer = await stage.program.as(person.username)
    const { assignments } = (await reviewer.get<{ assignments: Assignment[] }>('/api/my-reviews')).body
    for (const each of assignments.filter(({ roundId: of, submittedAt }) => of === roundId && submittedAt === null)) {
      const under = `/api/my-reviews/${roundId}/${each.applicationId}`
      const { items } = (await reviewer.get<Items>(under)).body
      const halfPoints = (most: number) => Math.round((most * (120 + (Number(each.countyCode) % 9) * 6 + place)) / 100)
      const scored = items.map(item => ({ itemId: item.id, halfPoints: halfPoints(item.maxPoints), reason: '按申报材料评定' }))
      const id = `01900000-0000-7000-b000-${String(++made).padStart(12, '0')}`
      expect(await reviewer.send('POST', `${under}/sheets`, { id, items: scored, comment: '' })).toMatchObject({ status: 200 })
    }
  }
}
