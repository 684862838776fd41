import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const realCsv = readFileSync(new URL('../../policy/programme/province-inputs-2020.csv', import.meta.url), 'utf8')

describe.each([desktop, phone])('at %o', size => {
  test('anyone reads the published quotas, sees them recomputed, and opens a figure to its steps', async () => {
    const page = await stage.visit(size)
    await page.goto('/public/allocation/2020')
    await page.getByText('已在您的浏览器中用公布的数据重新计算').waitFor()
    await page.getByRole('button', { name: /看 四川省 名额 的计算步骤/ }).click()
    const panel = page.getByRole('complementary', { name: '这个数怎么来的' })
    await panel.getByText('整数部分 + 余数名额 + 平局名额').waitFor()
    await panel.getByText('四川省的全部步骤').click()
    await panel.getByText('因素1：脱贫攻坚任务：国贫县数 · 标准化值').waitFor()
    await picture(page, `allocation-public-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '全部展开' }).click()
    await page.getByRole('region', { name: '取整：从份额到名额' }).waitFor()
    await picture(page, `allocation-public-open-${size.width}`)
    expect(await overflows(page)).toBe(false)
  })

  test('the centre sees where the round stands, checks the input sheet and compares weights', async () => {
    const page = await stage.signIn('centre', size)
    await page.goto('/allocation/2020')
    await page.getByText('已发布（第1次').waitFor()
    await picture(page, `allocation-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)

    await page.getByRole('link', { name: '核对数据表' }).click()
    await page.getByLabel('四川省 n_poverty832').waitFor()
    await page.getByLabel('农村网络零售额 缺数处理').selectOption('zero')
    await picture(page, `allocation-inputs-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)

    await page.getByRole('link', { name: '用这些办法去测算' }).click()
    await page.getByText(/与基准相比，\d+个名额易手/).waitFor() // the base treats missing figures in its own way
    expect(await page.getByLabel('农村网络零售额（0/31个省有数）').inputValue()).toBe('zero')
    await page.getByLabel('乡村振兴任务：乡村人口 权重滑块').fill('40')
    await page.getByRole('button', { name: '计算边际影响' }).click()
    await page.getByRole('table', { name: '权重单独加减10点时的名额' }).waitFor()
    await picture(page, `allocation-what-if-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })

  test('a province reads its own number and nothing of the preparation', async () => {
    const page = await stage.signIn('sichuan-commerce', size)
    await page.goto('/allocation/2020')
    await page.getByRole('table', { name: '已发布的预下达数量' }).getByText('四川省').waitFor()
    expect(await page.getByText('贵州省').count()).toBe(0)
    expect(await page.getByText('测算与比较').count()).toBe(0)
    await picture(page, `allocation-province-${size.width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })
})

test('weights that do not add up are said and give no answer until they do', async () => {
  const page = await stage.signIn('centre')
  await page.goto('/allocation/2020/what-if')
  await page.getByLabel('资金拨付率 权重', { exact: true }).fill('30')
  await page.getByText('权重合计为120%，应为100%。').waitFor()
  await page.getByRole('button', { name: '按比例调到100' }).click()
  await page.getByRole('table', { name: '基准与方案的名额' }).waitFor()
  await page.getByLabel('每省保底').fill('6')
  await page.getByText('各省保底合计 186 个，超过总数 170 个').waitFor()
})

test('a wrong cell stays red until it is mended; a file with wrong cells is kept, one with an unknown column is not', async () => {
  const page = await stage.signIn('centre')
  await page.goto('/allocation/2020/inputs')
  const cell = page.getByLabel('四川省 n_poverty832')
  await cell.fill('-66')
  await page.getByText('“-66”是负数').waitFor()
  expect(await cell.getAttribute('aria-invalid')).toBe('true')
  await cell.fill('67')
  await page.getByText('有1处修改没有保存').waitFor()
  await page.getByLabel('数据来源', { exact: true }).fill('（演示）核对名单')
  await page.getByRole('button', { name: '保存为第2版' }).click()
  await page.getByText('已保存为第2版，没有错误。').waitFor()

  const file = (text: string) => ({ name: '数据.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(file(realCsv.replace('n_township_units', 'gdp')))
  await page.getByText('不认识这一列，请删去或改成规定的列名').waitFor()
  await chooser.setInputFiles(file(realCsv.replace(',66,', ',很多,')))
  await page.getByText('已保存为第3版，1处错误待改。').waitFor()
  await page.getByText('“很多”不是数字').waitFor()
  await picture(page, 'allocation-inputs-wrong')
  expect(await axeViolations(page)).toEqual([])
  await page.goto('/allocation/2020/what-if')
  await page.getByText('数据表还有1处错误，改好后才能测算。').waitFor()
  await page.goto('/allocation/2020/inputs')
  await page.getByLabel('四川省 n_poverty832').fill('66')
  await page.getByRole('button', { name: '保存为第4版' }).click()
  await page.getByText('已保存为第4版，没有错误。').waitFor()
})
