import { demoPassword } from '@jincun/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const people = ['centre', 'sichuan-commerce', 'zhaojue-government', 'sichuan-reviewer-1'] as const

test.each([['centre', desktop] as const, ...people.map(username => [username, phone] as const)])(
  '%s signs in and home says what to do next, at %o',
  async (username, size) => {
    const page = await stage.visit(size)
    await page.goto('/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL('**/home')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('演示').first().waitFor()
    await picture(page, `home-${username}-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  },
)
