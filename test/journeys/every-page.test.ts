import { demoPeople } from '@jincun/identity'
import type { Page as WebPage } from '@jincun/ui/page'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from '../../apps/web/capabilities.ts'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { judgeDialogs } from '../support/dialogs.ts'
import { faultsOfFilters, faultsOfLists } from '../support/lists.ts'
import { moveTo, settled } from '../support/moves.ts'
import { makeRecords, reachedFrom } from './reached-from.ts'

let stage: Stage
const desks = new Map<string, Page>()
let permissions: { action: string; roles: readonly string[] }[]

beforeAll(async () => {
  stage = await openStage()
  await makeRecords(stage)
  const administrator = await stage.program.as('administrator')
  permissions = (await administrator.get<typeof permissions>('/api/permissions')).body
})
afterAll(() => stage.close())

/** The window of a demo person, signed in once; '' is the public. */
async function deskOf(username: string): Promise<Page> {
  const known = desks.get(username)
  if (known) return known
  const page = username === '' ? await stage.visit() : await stage.signIn(username)
  await page.goto(username === '' ? '/' : '/home')
  await settled(page)
  desks.set(username, page)
  return page
}

/** Whoever may do what the page is for: the first demo person with a role its action lists. */
function visitorOf(page: WebPage): string {
  if (page.shell !== 'console') return ''
  const roles = permissions.find(({ action }) => action === page.action)?.roles
  const person = demoPeople.find(({ grants }) => roles === undefined || grants.some(({ role }) => roles.includes(role)))
  if (!person) throw new Error(`Nobody of the demonstration may open ${page.path}: give someone the role of ${page.action}`)
  return person.username
}

const examples: Record<string, string> = { $year: '2020', $province: '620000', $code: '513431', $county: '513431' }
const filled = (path: string): string => path.replace(/\$\w+/g, name => examples[name] ?? name)

const hrefsOf = (page: Page): Promise<string[]> =>
  page.locator('main a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))

/** Goes to the first link of the open page that leads to an address of the form of `path`. */
async function follow(page: Page, path: string): Promise<void> {
  const pattern = new RegExp(`^${path.replace('$year', '2020').replace(/\$\w+/g, '[^/?]+')}$`)
  const href = (await hrefsOf(page)).find(each => pattern.test(each))
  expect(href, `a link to ${path} on ${page.url()}`).toBeDefined()
  await moveTo(page, href ?? path)
}

/** A page with an id in its address is reached as people reach it: over the links of the pages before it. */
async function open(page: Page, path: string): Promise<void> {
  const way = reachedFrom[path]
  await moveTo(page, way?.from ?? filled(path))
  for (const step of way ? [...(way.over ?? []), path] : []) await follow(page, step)
}

/** Words of the buttons whose forms and questions were opened and judged. */
const forms = new Set<string>()

const pages = capabilities.flatMap(({ pages: own }) => own)

test('every address with an id says from which page it is reached', () => {
  const unknown = pages.filter(({ path }) => /\$(?!year|province|code|county)/.test(path)).map(({ path }) => path)
  expect(unknown.filter(path => !(path in reachedFrom))).toEqual([])
  expect(Object.keys(reachedFrom).filter(path => !pages.some(page => page.path === path))).toEqual([])
})

test.each(pages.map(page => [page.path, page] as const))('%s is sound on desktop and phone', async (path, webPage) => {
  const page = await deskOf(reachedFrom[path]?.as ?? visitorOf(webPage))
  const faults: string[] = []
  const note = (error: Error): void => void faults.push(error.message)
  page.on('pageerror', note)
  await page.setViewportSize(desktop)
  await open(page, path)
  const name = `every${path.replaceAll('/', '-').replaceAll('$', '')}`
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    await picture(page, `${name}-${size.width}`)
    expect.soft(await axeViolations(page), `${size.width}`).toEqual([])
    expect.soft(await overflows(page), `wider than ${size.width}`).toBe(false)
    expect.soft(await page.locator('.demo-banner').first().boundingBox(), 'the mark of the demonstration').toMatchObject({ x: 0 })
    const { opened, faults: wrong } = await judgeDialogs(page, words =>
      picture(page, `${name}-${words.replaceAll(/[^\p{L}\d]/gu, '')}-${size.width}`),
    )
    expect.soft(wrong, `${size.width}`).toEqual([])
    for (const words of opened) forms.add(words)
  }
  expect.soft(await faultsOfLists(page)).toEqual([])
  expect.soft(await faultsOfFilters(page)).toEqual([])
  page.off('pageerror', note)
  expect(faults).toEqual([])
})

test('forms and questions of the visited pages were opened: the check above did not run empty', () => {
  expect([...forms].length).toBeGreaterThan(25)
})
