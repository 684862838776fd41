import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Problem } from './api/problem.ts'
import type { CapabilityWeb } from './page.ts'
import { applyPreferences } from './preferences.ts'
import { routerOf } from './router.tsx'
import { CapabilitiesContext } from './shell/capabilities-context.ts'
import './tokens.css'
import './base.css'

/** Only an unreached server is asked again; a refusal stays a refusal. */
const mayRetry = (failures: number, error: unknown): boolean => failures < 2 && error instanceof Problem && error.status === 0

/** Shows the program made of these capabilities in the element. */
export function mount(element: HTMLElement, capabilities: readonly CapabilityWeb[]): void {
  applyPreferences()
  // Without a network a question is asked all the same: it may be answered on this device, and else the page says that the server is not reached.
  const queries = { retry: mayRetry, staleTime: 15_000, networkMode: 'always', refetchOnReconnect: true } as const
  const client = new QueryClient({ defaultOptions: { queries } })
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <CapabilitiesContext value={capabilities}>
          <RouterProvider router={routerOf(capabilities)} />
        </CapabilitiesContext>
      </QueryClientProvider>
    </StrictMode>,
  )
}
