import type { CapabilityWeb } from '@jincun/ui/page'
import { rankedListPages } from './lists/pages.ts'
import { reviewPages } from './rounds/pages.ts'

export const reviewsWeb: CapabilityWeb = {
  name: 'reviews',
  title: { zh: '评审与排序', en: 'Review and ranking' },
  pages: [...reviewPages, ...rankedListPages],
}
