import type { Page } from 'playwright-core'

/** Counts what a page has asked the server for and not yet read, so that a test waits for answers and not for a silence of half a second. */
export const countRequests = `
  window.underWay = 0
  const counted = work => {
    window.underWay++
    const end = () => void window.underWay--
    work.then(end, end)
    return work
  }
  const { fetch } = window
  window.fetch = (...words) => counted(fetch(...words))
  const { json } = Response.prototype
  Response.prototype.json = function () {
    return counted(json.call(this))
  }
`

/** Nothing under way for so many frames in a row: an answer is shown one frame later and may ask for more. */
const calmFrames = 4

const untilSettled = `new Promise((resolve, reject) => {
  const gives = performance.now() + 20_000
  let calm = 0
  const look = () => {
    const heading = document.querySelector('h1:not([data-former])')
    const reading = document.querySelector('.loading:not(.style-page *), .ant-spin-spinning')
    calm = heading && window.underWay === 0 && !reading ? calm + 1 : 0
    if (calm >= ${calmFrames}) resolve()
    else if (performance.now() > gives) reject(new Error('Not settled: ' + location + ' ' + (heading ? '' : 'no heading ') + window.underWay + ' under way ' + (reading?.textContent ?? '')))
    else requestAnimationFrame(look)
  }
  look()
})`

/** Waits until the page has its heading and everything it asked for is shown. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(untilSettled)
}

/** Goes on inside the open program, as its own links do, without loading it anew; waits until the new page is settled. */
export async function moveTo(page: Page, href: string): Promise<void> {
  await page.evaluate(`
    const href = ${JSON.stringify(href)}
    if (new URL(href, location).pathname !== location.pathname) for (const heading of document.querySelectorAll('h1')) heading.dataset.former = ''
    history.pushState(null, '', href)
  `)
  await settled(page)
}
