import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '@jincun/identity'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const centre = demoId('zhaojue project centre')

test.each([
  ['the register', '/projects/513431/2020', desktop],
  ['the register', '/projects/513431/2020', phone],
  ['a project', `/projects/513431/2020/${centre}`, desktop],
  ['a project', `/projects/513431/2020/${centre}`, phone],
  ['acceptance', '/acceptance/513431', phone],
] as const)('the programme office reads %s (%s, %o)', async (name, path, size) => {
  const page = await stage.signIn('zhaojue-office', size)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('table').first().waitFor()
  await picture(page, `projects-${name.replaceAll(' ', '-')}-${size.width}`)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
})

test('a contractor asks for acceptance and the county is told what is lacking, with the clause', async () => {
  const firm = await stage.signIn('zhaojue-contractor', phone)
  await firm.goto('/own-acceptance/513431')
  await firm.getByRole('button', { name: '申请验收' }).first().click()
  await firm.getByLabel('申请说明').fill('（演示）建设完成')
  await firm.locator('form').getByRole('button', { name: '申请验收' }).click()
  await firm.getByText('已申请，待县级自验').or(firm.getByText('项目还没有报建设完成')).first().waitFor()
  const office = await stage.signIn('zhaojue-office', desktop)
  await office.goto('/acceptance/513431')
  await office.locator('table tbody a').first().click()
  await office.getByRole('button', { name: '县级自验合格' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '县级自验合格' }).click()
  await office.getByRole('dialog').getByText('数据不完整的不得验收').first().waitFor()
  await picture(office, 'acceptance-refused')
  expect(await office.getByRole('dialog').getByText('6.4d').count()).toBeGreaterThan(0)
})
