import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { median, milliseconds } from './measure.ts'
import type { Measured } from './measure.ts'
import type { Scratch } from './scratch-program.ts'
import { findBrowser } from '../../test/support/browser-path.ts'

/** A cheap phone on a slow mobile network: 1.6 Mbit/s down, 0.75 up, 150 ms, a processor four times slower than this one. */
const network = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: (0.75 * 1_000_000) / 8 }
const processorSlowdown = 4
const visits = 5

type Visit = { firstPaint: number; firstContent: number; scriptBytes: number; allBytes: number }

/** The home page of the public site for someone who was never there. */
async function visit(browser: Browser, address: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', network)
    await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown })
  }
  const scripts = new Set<string>()
  let scriptBytes = 0
  let allBytes = 0
  session.on('Network.responseReceived', ({ type, requestId }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    allBytes += encodedDataLength
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const [firstPaint, firstContent] = await page.evaluate<[number, number]>(`new Promise(resolve => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
    new PerformanceObserver(list => resolve([paint, list.getEntries().at(-1).startTime])).observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
  await context.close()
  return { firstPaint, firstContent, scriptBytes, allBytes }
}

export async function measurePublicHome({ program }: Scratch): Promise<Measured[]> {
  const browserPath = findBrowser()
  if (!browserPath) return [{ promise: 'page weight of the public home', value: 'not measured: no Chromium on this machine' }]
  const address = await program.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] })
  const slow: Visit[] = []
  const fast: Visit[] = []
  for (let number = 0; number < visits; number++) {
    fast.push(await visit(browser, address, false))
    slow.push(await visit(browser, address, true))
  }
  await browser.close()
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`
  const of = (list: Visit[], key: keyof Visit) => median(list.map(each => each[key]))
  return [
    { promise: 'public home: compressed script (aim ≤ 200 kB)', value: kilobytes(of(slow, 'scriptBytes')) },
    { promise: 'public home: everything it loads', value: kilobytes(of(slow, 'allBytes')) },
    {
      promise: `public home on a slow phone (1.6 Mbit/s, 150 ms, processor ÷ ${processorSlowdown}): first paint with content`,
      value: milliseconds(of(slow, 'firstPaint')),
    },
    { promise: 'public home on a slow phone: largest content painted', value: milliseconds(of(slow, 'firstContent')) },
    { promise: 'public home without throttling: first paint with content', value: milliseconds(of(fast, 'firstPaint')) },
  ]
}
