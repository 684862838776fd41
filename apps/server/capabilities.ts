import { acceptance } from '@jincun/acceptance/server'
import { allocation } from '@jincun/allocation/server'
import { applications } from '@jincun/applications/server'
import { designation } from '@jincun/designation/server'
import { ledger } from '@jincun/ledger/server'
import { disclosure } from '@jincun/disclosure/server'
import type { Capability } from '@jincun/http'
import { logistics } from '@jincun/logistics/server'
import { ministry } from '@jincun/ministry/server'
import { projects } from '@jincun/projects/server'
import { payments } from '@jincun/payments/server'
import { placesCapability } from '@jincun/places/server'
import { reporting } from '@jincun/reporting/server'
import { reviews } from '@jincun/reviews/server'
import { rules } from '@jincun/rules/server'
import { settlement } from '@jincun/settlement/server'
import { signals } from '@jincun/signals/server'

/** The slices, in the order their tables may depend on each other. Identity comes before them all. */
export const capabilities: readonly Capability[] = [
  placesCapability,
  rules,
  designation,
  ledger,
  projects,
  payments,
  acceptance,
  reporting,
  ministry,
  signals,
  logistics,
  allocation,
  applications,
  reviews,
  settlement,
  disclosure,
]
