import { demoPeople } from '@jincun/identity'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeViolations, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

const reviewers = demoPeople.filter(person => person.username.startsWith('sichuan-reviewer'))

/** Experts with an account answer for themselves, one of them with a tie; for the others the office writes down a refusal. */
export async function answerInvitations(stage: Stage, office: Page): Promise<void> {
  await declineForThoseWithoutAccount(office)
  for (const [place, person] of reviewers.entries()) {
    const page = await stage.signIn(person.username)
    await page.goto('/my-reviews')
    await page.getByRole('button', { name: /接受并承诺/ }).waitFor()
    if (place === 0) await declareTie(page)
    await page.getByRole('button', { name: /接受并承诺/ }).click()
    await page.getByRole('button', { name: /接受并承诺/ }).waitFor({ state: 'detached' })
    await page.close()
  }
  await office.reload()
  await office.getByText('接受 5').waitFor()
}

async function declareTie(page: Page): Promise<void> {
  await page.getByLabel(/丹棱县/).check()
  await page.getByLabel('与丹棱县的关系').fill('（演示）曾为该县授课')
  await picture(page, 'review-invitation')
  expect(await axeViolations(page)).toEqual([])
}

const panel = (office: Page) => office.getByRole('table', { name: '评审组' }).getByRole('row')

/** Declines for whoever cannot answer and calls up the next in drawn order, until only people with an account hold a seat. */
async function declineForThoseWithoutAccount(office: Page): Promise<void> {
  for (let seats = await panel(office).count(); ; seats = await panel(office).count()) {
    for (const name of await invitedWithoutAccount(office)) await declineFor(office, name)
    const fill = office.getByRole('button', { name: /按顺序递补/ })
    if ((await fill.count()) === 0) return
    await fill.click()
    await expect.poll(() => panel(office).count()).toBeGreaterThan(seats)
  }
}

async function invitedWithoutAccount(office: Page): Promise<string[]> {
  await panel(office).nth(1).waitFor()
  const rows = await panel(office).filter({ hasText: '已邀请' }).allTextContents()
  const names = rows.map(text => /四川省专家./.exec(text)?.[0] ?? text)
  return names.filter(name => reviewers.every(person => person.name !== name))
}

async function declineFor(office: Page, name: string): Promise<void> {
  const row = panel(office).filter({ hasText: name })
  await row.getByRole('button', { name: '代记答复' }).click()
  const form = office.getByRole('dialog')
  await form.getByLabel('答复').selectOption('decline')
  await form.getByLabel('谢绝的原因').fill('（演示）出差')
  await form.getByRole('button', { name: '保存' }).click()
  await row.getByText('已谢绝').waitFor()
  await form.waitFor({ state: 'hidden' })
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
