import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

// Each journey walks several pages and checks each for accessibility; on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 })

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each([desktop, phone])('at %o', size => {
  test('anyone finds a county by its initials with the keyboard alone and reads where each fact comes from', async () => {
    const page = await stage.visit(size)
    await page.goto('/public/counties')
    await page.getByRole('table', { name: /各省情况/ }).waitFor()
    await picture(page, `counties-public-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)

    const box = page.getByRole('combobox', { name: '县、市、区、旗' })
    await box.focus()
    await page.keyboard.type('zjx')
    await page.getByRole('option', { name: /昭觉县/ }).waitFor()
    await picture(page, `counties-picker-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    while (!(await page.getByRole('option', { name: /昭觉县/, selected: true }).isVisible())) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await page.waitForURL('**/public/counties/513431')
    await page.getByRole('heading', { level: 1, name: '昭觉县' }).waitFor()
    await page.getByText('申报时尚未退出（2020 年退出）').waitFor()
    await page.getByText('没有公开的带代码名单，一律按“不明”处理。').waitFor()
    await page.getByRole('table', { name: '乡级单位' }).waitFor()
    await picture(page, `county-card-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })

  test('Escape leaves the picker as it was; what does not exist is said in a sentence', async () => {
    const page = await stage.visit(size)
    await page.goto('/public/counties')
    const box = page.getByRole('combobox', { name: '县、市、区、旗' })
    await box.fill('没有这个县')
    await page.getByText('没有找到“没有这个县”').waitFor()
    await page.keyboard.press('Escape')
    expect(await box.inputValue()).toBe('')
    await page.goto('/public/counties/999999')
    await page.getByText('县级代码 999999 不在').waitFor()
  })

  test('a province shows its counties; the year in the address changes what is asked', async () => {
    const page = await stage.visit(size)
    await page.goto('/public/provinces/510000')
    await page.getByRole('table', { name: '四川省的县级单位' }).waitFor()
    await picture(page, `province-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    await page.getByLabel('申报年度').selectOption('2017')
    await page.waitForURL('**/public/provinces/510000?year=2017')
    await page.getByText(/国贫县中/).waitFor()
  })

  test('an official narrows the list of counties and sends the address to a colleague', async () => {
    const page = await stage.signIn('sichuan-commerce', size)
    await page.goto('/counties?province=510000&list=not-yet-out')
    await page.getByText('共 7 条').waitFor()
    await page.getByRole('link', { name: '布拖县' }).waitFor()
    await picture(page, `counties-console-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })
})

test('an old code says where the county went', async () => {
  const page = await stage.visit()
  await page.goto('/public/counties/520221')
  await page.getByText('代码 520221 用至 2020-07-18，现在是 水城区（520204）').waitFor()
  await picture(page, 'county-card-old-code')
})

test('the centre enters an incentive county directly, after being asked once more', async () => {
  const page = await stage.signIn('centre')
  await page.goto('/counties/230184')
  await page.getByRole('heading', { name: '直接列入示范县' }).waitFor()
  await page.getByLabel('起始日期').fill('2020-06-25')
  await page.getByLabel('文件名称或文号').fill('（演示）典型激励县名单')
  await page.getByRole('button', { name: '列入 2020 年示范县' }).click()
  await page.getByText('确认将五常市列为 2020 年示范县？').waitFor()
  await picture(page, 'county-designate')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: '确认列入' }).click()
  await page.getByText('2020 年示范县，自 2020-06-25 起（（演示）典型激励县名单）').waitFor()
  await page.getByText('已列入，并已公开。').waitFor()
  await picture(page, 'county-designated')
})
