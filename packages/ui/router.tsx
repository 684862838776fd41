import { Suspense } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { AnyRoute, AnyRouter } from '@tanstack/react-router'
import type { CapabilityWeb, Page } from './page.ts'
import { BareShell } from './shell/bare-shell.tsx'
import { BugPage, NotFoundPage } from './shell/failure-pages.tsx'
import { Guarded } from './shell/guarded.tsx'
import { PublicShell } from './shell/public-shell.tsx'
import { Loading } from './components/states.tsx'

type Shell = ComponentType<{ children: ReactNode }>

/** The console's frame brings Ant Design, so it is loaded with the first console page. */
const ConsoleShell = lazyRouteComponent(() => import('./shell/console-shell.tsx'), 'ConsoleShell')
const shells: Record<Page['shell'], Shell> = { public: PublicShell, console: ConsoleShell, bare: BareShell }

function layout(root: AnyRoute, shell: Page['shell']): AnyRoute {
  const Frame = shells[shell]
  return createRoute({
    getParentRoute: () => root,
    id: `shell-${shell}`,
    component: () => (
      <Suspense fallback={<Loading />}>
        <Frame>
          <Outlet />
        </Frame>
      </Suspense>
    ),
  })
}

/** The page's code is the route's loader: the former page stays on screen until the next one can be shown. */
function routeOf(parent: AnyRoute, page: Page): AnyRoute {
  const Content = lazyRouteComponent(page.load)
  const guarded = page.shell === 'console' || page.action !== undefined
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    loader: () => Content.preload?.(),
    component: () => (
      <Suspense fallback={<Loading />}>
        {guarded ? (
          <Guarded action={page.action}>
            <Content />
          </Guarded>
        ) : (
          <Content />
        )}
      </Suspense>
    ),
  })
}

/** Values of the address stay plain texts: '?year=2020' means the text 2020. */
const plainSearch = {
  parseSearch: (search: string) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (values: Record<string, unknown>) => {
    const search = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString()
    return search ? `?${search}` : ''
  },
}

/** After a move to another page the keyboard and the screen reader start at its content. */
function focusContentOnMove(router: AnyRouter): void {
  router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) document.getElementById('content')?.focus({ preventScroll: true })
  })
}

/** Routes of all pages under their shells. */
export function routerOf(capabilities: readonly CapabilityWeb[]): AnyRouter {
  const root = createRootRoute({ notFoundComponent: NotFoundPage })
  const pages = capabilities.flatMap(capability => capability.pages)
  const branches = (['public', 'console', 'bare'] as const).map(shell => {
    const parent = layout(root, shell)
    return parent.addChildren(pages.filter(page => page.shell === shell).map(page => routeOf(parent, page)))
  })
  const router = createRouter({
    routeTree: root.addChildren(branches),
    scrollRestoration: true,
    defaultErrorComponent: BugPage,
    defaultPendingComponent: Loading,
    defaultPendingMs: 300,
    ...plainSearch,
  })
  focusContentOnMove(router)
  return router
}
