import { demoPassword, demoPeople, roles } from '@jincun/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { settled } from '../support/moves.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

type Shown = { state: string; title: string; until: string; clause: string }

/** The steps a home shows, as read on the page. */
const shownSteps = (page: Page): Promise<Shown[]> =>
  page.evaluate(`[...document.querySelectorAll('.what-next .task')].map(task => ({
    state: task.dataset.state,
    title: task.querySelector('.task-title').textContent,
    until: task.querySelector('time')?.textContent ?? task.querySelector('.task-facts > span').textContent,
    clause: task.querySelector('a[href^="/rules?clause="]')?.textContent ?? '',
  }))`)

/** What must I do next, until when, why (clause): or that there is nothing now, and what comes. */
async function saysWhatIsNext(page: Page): Promise<void> {
  const steps = await shownSteps(page)
  expect(steps.filter(({ title, clause }) => title === '' || clause === '')).toEqual([])
  const now = steps.filter(({ state }) => state === 'do')
  expect(now.filter(({ until }) => !/^截止 |^条款没有规定期限/.test(until))).toEqual([])
  const nothing = await page.getByText('目前没有要您办理的事项。').count()
  expect(nothing).toBe(now.length === 0 ? 1 : 0)
  expect(steps.filter(({ state }) => state === 'do' || state === 'waiting' || state === 'coming').length).toBeGreaterThan(0)
}

async function soundHome(page: Page, name: string): Promise<void> {
  await page.locator('.what-next').waitFor()
  await settled(page)
  await picture(page, `home-${name}`)
  await saysWhatIsNext(page)
  expect(await page.locator('.demo-banner').isVisible()).toBe(true)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

const signingIn = ['centre', 'sichuan-commerce', 'zhaojue-government', 'sichuan-reviewer-1'] as const

test.each(signingIn.map((username, index) => [username, index % 2 === 0 ? desktop : phone] as const))(
  '%s signs in and home says what to do next, at %o',
  async (username, size) => {
    const page = await stage.visit(size)
    await page.goto('/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL('**/home')
    await soundHome(page, `${username}-${size.width}`)
  },
)

/** The first demo person of each role that no journey above signed in with. */
const others = Object.keys(roles).flatMap(role => {
  const of = demoPeople.filter(({ grants }) => grants.some(grant => grant.role === role))
  return of.some(({ username }) => signingIn.some(known => known === username))
    ? []
    : of.slice(0, 1).map(({ username }) => [role, username] as const)
})

test.each(others)('home of the role %s says what to do next (%s)', async (_role, username) => {
  const page = await stage.signIn(username, phone)
  await page.goto('/home')
  await soundHome(page, `${username}-390`)
})

type Task = { id: string; state: string; due: string | null; clause: string }

test.each([
  ['in the round', '2020-05-20T09:00:00+08:00'],
  ['between the lists', '2020-06-10T09:00:00+08:00'],
])('everyone of the demonstration has something to do or is told what comes, %s', async (_when, instant) => {
  stage.program.setNow(instant)
  const homes = await Promise.all(
    demoPeople.map(async ({ username }) => {
      const client = await stage.program.as(username)
      return { username, tasks: (await client.get<{ tasks: Task[] }>('/api/home')).body.tasks }
    }),
  )
  const open = ({ state }: Task): boolean => state !== 'done'
  expect(homes.filter(({ tasks }) => !tasks.some(open)).map(({ username }) => username)).toEqual([])
  expect(homes.flatMap(({ tasks }) => tasks).filter(({ clause }) => !/^notice-\d{4}\//.test(clause))).toEqual([])
  const late = homes.flatMap(({ tasks }) => tasks.filter(({ id, due }) => id.startsWith('late-') && due === null))
  expect(late).toEqual([])
})
