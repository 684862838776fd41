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
 * Makes the pages of a scope open on this phone without a network: their files are kept by a worker. False where the browser has no workers
 * or keeps nothing (a private window, an address without TLS).
 */
export async function preparePhone(scope: `/${string}/`, beforehand?: () => Promise<unknown>): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    // Loaded before the files in use are told, so that it is there without a network too.
    await beforehand?.()
    await navigator.serviceWorker.register('/offline-worker.js', { scope })
    const { active } = await navigator.serviceWorker.getRegistration(scope).then(async found => found ?? { active: null })
    const worker = active ?? (await activated(scope))
    await navigator.storage?.persist?.()
    return worker !== null && (await tell(worker, filesInUse()))
  } catch {
    return false
  }
}

/** The worker once it is at work; it takes the place of an older one by itself. */
async function activated(scope: string): Promise<ServiceWorker | null> {
  const registration = await navigator.serviceWorker.getRegistration(scope)
  const coming = registration?.installing ?? registration?.waiting ?? null
  if (!coming || coming.state === 'activated') return registration?.active ?? null
  return new Promise(resolve => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming)
      if (coming.state === 'redundant') resolve(null)
    })
  })
}
