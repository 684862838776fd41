/** The program's files this page has loaded: what the page itself names, and what its parts brought along. */
function filesInUse(): string[] {
  const named = [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].map(element =>
    element instanceof HTMLLinkElement ? element.href : element.src,
  )
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const paths = [...named, ...loaded].map(address => new URL(address)).filter(({ origin }) => origin === location.origin)
  return [...new Set(paths.map(({ pathname }) => pathname))].filter(path => path.startsWith('/assets/') || path === '/icon.svg')
}

async function tell(worker: ServiceWorker, files: readonly string[]): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<boolean>(resolve => {
    port1.onmessage = (event: MessageEvent<{ ready: boolean }>) => resolve(event.data.ready)
  })
  worker.postMessage({ files }, [port2])
  return answered
}

/**
 * Makes the page open on this phone without a network: its files are kept by the worker of the stock-take. False where the browser has no workers
 * or keeps nothing (a private window, an address without TLS).
 */
export async function preparePhone(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    // Loaded beforehand, so that a label is read without a network too.
    await import('jsqr')
    await navigator.serviceWorker.register('/stock-take-worker.js', { scope: '/stock-take/' })
    const { active } = await navigator.serviceWorker.getRegistration('/stock-take/').then(async found => found ?? { active: null })
    const worker = active ?? (await activated())
    await navigator.storage?.persist?.()
    return worker !== null && (await tell(worker, filesInUse()))
  } catch {
    return false
  }
}

/** The worker once it is at work; it takes the place of an older one by itself. */
async function activated(): Promise<ServiceWorker | null> {
  const registration = await navigator.serviceWorker.getRegistration('/stock-take/')
  const coming = registration?.installing ?? registration?.waiting ?? null
  if (!coming || coming.state === 'activated') return registration?.active ?? null
  return new Promise(resolve => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming)
      if (coming.state === 'redundant') resolve(null)
    })
  })
}
