import type { Page } from 'playwright-core'
import { axeViolations } from './browser.ts'
import { settled } from './moves.ts'

const opener = 'main button[aria-haspopup="dialog"]:enabled'
const shown = '[role="dialog"]'

/** Buttons of the page that open a form or a question, by their words; rows of a list have the same ones, of which the first stands for all. */
async function openersOf(page: Page): Promise<string[]> {
  const words = await page.locator(opener).evaluateAll(buttons => buttons.map(button => button.textContent ?? ''))
  return [...new Set(words)]
}

const open = (words: string): string => `
  [...document.querySelectorAll(${JSON.stringify(opener)})].find(button => button.textContent === ${JSON.stringify(words)}).click()`

/** Closes as the keyboard does. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator(shown).filter({ visible: true }).waitFor({ state: 'detached' })
}

const tooWide = `[...document.querySelectorAll('${shown}')].some(each => {
  const { left, right } = each.getBoundingClientRect()
  return left < -1 || right > innerWidth + 1 || [each, ...each.querySelectorAll('*')].some(part => getComputedStyle(part).overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0 && !part.matches('.visually-hidden, .data-table-scroll, input, select'))
})`

/** Opens every form and question of the page in turn and answers what is wrong with each, and the names of those opened. */
export async function judgeDialogs(page: Page, keep: (words: string) => Promise<void>): Promise<{ opened: string[]; faults: string[] }> {
  const faults: string[] = []
  const opened = await openersOf(page)
  for (const words of opened) {
    await page.evaluate(open(words))
    await page.locator(shown).filter({ visible: true }).waitFor()
    await settled(page)
    await keep(words)
    faults.push(...(await axeViolations(page, shown)).map(fault => `${words}: ${fault}`))
    if (await page.evaluate(tooWide)) faults.push(`${words}: wider than the window`)
    await close(page)
  }
  return { opened, faults }
}
