import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import { demoPassword } from '@jincun/identity'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findBrowser } from './browser-path.ts'
import { countRequests } from './moves.ts'
import { startTestProgram } from './program.ts'
import type { TestProgram } from './program.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

type Size = { width: number; height: number }

export const desktop: Size = { width: 1440, height: 900 }
export const phone: Size = { width: 390, height: 844 }

const browserPath = (): string => {
  const found = findBrowser()
  if (!found) throw new Error('No browser found; npm test installs one, JINCUN_BROWSER names another')
  return found
}

/** A real server on a port, a real browser, and the demonstration as it was seeded. */
export type Stage = {
  program: TestProgram
  address: string
  /** A fresh visitor: no cookies, Chinese, the given size. */
  visit(size?: Size): Promise<Page>
  /** A window of a demo person, signed in by request (the journey of the homes signs in on the page); windows of one person and size share their cookies and cache. */
  signIn(username: string, size?: Size): Promise<Page>
  close(): Promise<void>
}

export async function openStage(options: { now?: string; empty?: boolean; setUpCode?: string } = {}): Promise<Stage> {
  const program = await startTestProgram({ ...options, webRoot: process.env.JINCUN_WEB_ROOT ?? join(root, 'apps/web/dist') })
  const address = await program.program.server.listen({ port: 0, host: '127.0.0.1' })
  const browser: Browser = await chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  const openContext = async (size: Size): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      baseURL: address,
      isMobile: size.width < 600,
      hasTouch: size.width < 600,
      reducedMotion: 'reduce', // Nobody waits for a drawer to slide; base.css and the theme of the consoles honour it.
    })
    await context.addInitScript(countRequests)
    return context
  }
  const openPage = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }
  const visit = async (size = desktop): Promise<Page> => openPage(await openContext(size))

  const signedIn = new Map<string, BrowserContext>()
  const signIn = async (username: string, size = desktop): Promise<Page> => {
    const key = `${username} ${size.width}`
    const context = signedIn.get(key) ?? (await openContext(size))
    if (!signedIn.has(key)) {
      const answer = await context.request.post('/api/sign-in', { data: { username, password: demoPassword } })
      if (!answer.ok()) throw new Error(`Sign-in of ${username} failed: ${await answer.text()}`)
      signedIn.set(key, context)
    }
    return openPage(context)
  }

  const close = async () => {
    await browser.close()
    await program.close()
  }
  return { program, address, visit, signIn, close }
}

const moves = "document.getAnimations().some(each => each.playState === 'running' && each.effect.getTiming().iterations !== Infinity)"

/** Waits until nothing moves: a drawer that is still closing lies over what is under it. */
export async function atRest(page: Page): Promise<void> {
  for (let tenth = 0; tenth < 100 && (await page.evaluate(moves)); tenth++) await page.waitForTimeout(100)
}

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** Rows of a table that differ from one before them in their words only: the first stands for all, and axe takes half as long. */
const alikeRows = `(() => {
  const words = / (id|href|aria-label|aria-labelledby|aria-describedby|title|datetime|value|for|name|data-row-key)="[^"]+"/g
  const seen = new Set()
  return [...document.querySelectorAll('tbody tr')].filter(row => {
    const form = row.outerHTML.replace(/>[^<]+</g, '>x<').replace(words, ' $1="x"')
    return seen.size === seen.add(form).size
  })
})()`

/** Serious and critical violations of WCAG 2.2 A and AA on the page as it stands, or in the parts named, each with where. */
export async function axeViolations(page: Page, part = 'html'): Promise<string[]> {
  // A bar that sticks may lie over a button half scrolled under it; at the top nothing is covered.
  await page.evaluate('scrollTo(0, 0)')
  await atRest(page)
  // Run in the page itself: its Playwright wrapper opens a second window each time and takes five times as long. No page of ours has frames.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  const context = `{ include: [...document.querySelectorAll('${part}')], exclude: ${alikeRows} }`
  const { violations } = (await page.evaluate(`axe.run(${context}, ${JSON.stringify(rules)})`)) as AxeResults
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

/** Keeps a picture when JINCUN_SCREENSHOTS names a folder; tests never compare pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.JINCUN_SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Whether the page is wider than its window: the commonest fault on a phone. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1') as Promise<boolean>
