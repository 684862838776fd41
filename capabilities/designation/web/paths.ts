import { useLocation } from '@tanstack/react-router'

/** Addresses of county and province pages in the frame the reader is in: the console's, or the public site's. */
export function usePaths(): { county: (code: string) => string; province: (code: string) => string; counties: string } {
  const base = useLocation().pathname.startsWith('/public/') ? '/public' : ''
  return { county: code => `${base}/counties/${code}`, province: code => `${base}/provinces/${code}`, counties: `${base}/counties` }
}
