// Lets pages open on a phone without a network. It controls the pages under its scope only (/stock-take/, /station-days/). What it keeps: the files of
// the program those pages use, and who is signed in. It answers no write and keeps no record: those are in the phone's database.
const shell = new URL(self.registration.scope).pathname
const kept = `jincun${shell.slice(0, -1).replaceAll('/', '-')}`
const session = '/api/session'

/** Keeps the page and the files it says it uses, and lets go of those of an earlier version of the program. */
async function keep(files) {
  const cache = await caches.open(kept)
  const page = await fetch(shell, { cache: 'no-store' })
  const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(await page.clone().text())
  // A page of a newer version than the files would not run without a network; it is kept when it was opened once with its own files.
  if (!page.ok || !entry || !files.includes(entry[1])) return false
  for (const file of files) if (!(await cache.match(file))) await cache.add(file)
  await cache.put(shell, page)
  const who = await fetch(session)
  if (who.ok) await cache.put(session, who)
  const wanted = new Set([shell, session, ...files])
  for (const { url } of await cache.keys()) if (!wanted.has(new URL(url).pathname)) await cache.delete(url)
  return true
}

/** From the network, and kept; from what was kept where there is no network. */
async function freshFirst(request, key) {
  const cache = await caches.open(kept)
  try {
    const answer = await fetch(request)
    if (answer.ok && key === session) await cache.put(key, answer.clone())
    return answer
  } catch (error) {
    const before = await cache.match(key)
    if (before) return before
    throw error
  }
}

async function keptFirst(request) {
  return (await (await caches.open(kept)).match(request)) ?? fetch(request)
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', event => {
  const answered = keep(event.data.files).then(
    ready => event.ports[0].postMessage({ ready }),
    () => event.ports[0].postMessage({ ready: false }),
  )
  event.waitUntil(answered)
})
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  // Who signs out here is not shown as signed in without a network.
  if (pathname === '/api/sign-out') event.waitUntil(caches.open(kept).then(cache => cache.delete(session)))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(freshFirst(request, shell))
  else if (pathname === session) event.respondWith(freshFirst(request, session))
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(keptFirst(request))
})
