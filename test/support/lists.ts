import type { Page } from 'playwright-core'
import { settled } from './moves.ts'

/** A list of a page as its reader meets it. */
type List = { name: string; rows: number; all: number | null; asOf: boolean; excel: boolean; filters: number }

const lists = '.data-table, .console-table'
/** Boxes into which words are typed to narrow a list; each keeps them in the address. */
const boxes = 'main .data-table-filter, main .console-filter .ant-input, main .administration-search .ant-input'
/** What else of a page narrows its lists: choices and days above them. */
const controls = 'main :is(select, input:not([type="file"], [type="checkbox"], [type="radio"]))'

const describe = `[...document.querySelectorAll('main :is(${lists})')].map(list => {
  const bar = list.querySelector('.data-table-bar, .console-table-bar')
  const header = document.querySelector('.page-header-origin')?.textContent ?? ''
  const count = /(?:共 (\\d+) 条|\\d+ \\/ (\\d+) 条)/.exec(bar?.textContent ?? '')
  return {
    name: list.querySelector('caption')?.textContent ?? list.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '',
    rows: list.querySelectorAll('tbody tr:not(.ant-table-placeholder, .ant-table-measure-row)').length,
    all: count ? Number(count[1] ?? count[2]) : null,
    asOf: /截至/.test((bar?.textContent ?? '') + header),
    excel: [...list.querySelectorAll('a, button'), ...document.querySelectorAll('.page-header-actions :is(a, button), .console-section-actions :is(a, button)')].some(each => /Excel/.test(each.textContent)),
    filters: list.querySelectorAll('.console-filter').length + [...document.querySelectorAll('${controls}')].filter(each => !each.closest('table, [role="dialog"]')).length,
  }
})`

/** What a reader of the lists on the open page would miss: how many, as of when, Excel, and a filter where there is more than one look takes in. */
export async function faultsOfLists(page: Page): Promise<string[]> {
  const found = (await page.evaluate(describe)) as List[]
  return found.flatMap(({ name, rows, all, asOf, excel, filters }) => [
    ...(all === null ? [`${name}: does not say how many`] : []),
    ...(asOf ? [] : [`${name}: does not say as of when`]),
    ...(rows === 0 || excel ? [] : [`${name}: no Excel`]),
    ...((all ?? rows) <= 10 || filters > 0 ? [] : [`${name}: no filter`]),
  ])
}

const counts = `[...document.querySelectorAll('main :is(.data-table-bar, .console-table-count)')].map(bar => /(\\d+ \\/ )?(共 )?\\d+ 条/.exec(bar.textContent)?.[0])`
const firstWord = `(document.querySelector('main tbody th, main tbody tr:not(.ant-table-measure-row) td')?.textContent ?? '').trim().split(/\\s/)[0].slice(0, 6) || '县'`

/** Types into every filter of the page and loads it anew: what was typed is in the address and the lists are as they were left. */
export async function faultsOfFilters(page: Page): Promise<string[]> {
  const filters = await page.locator(boxes).all()
  if (filters.length === 0) return []
  const word = String(await page.evaluate(firstWord))
  for (const filter of filters) {
    await filter.fill(word)
    await filter.press('Enter')
  }
  await settled(page)
  const values = () => page.locator(boxes).evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))
  const before = [await values(), await page.evaluate(counts)]
  const address = new URL(page.url()).searchParams
  const kept = [...address.values()].filter(value => value === word).length
  await page.reload()
  await settled(page)
  const after = [await values(), await page.evaluate(counts)]
  return [
    ...(kept === filters.length ? [] : [`${filters.length} filters hold “${word}”, the address ${kept}: ${address}`]),
    ...(JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [`before the reload ${JSON.stringify(before)}, after it ${JSON.stringify(after)}`]),
  ]
}
