import { acceptanceWeb } from '@jincun/acceptance/web'
import { allocationWeb } from '@jincun/allocation/web'
import { designationWeb } from '@jincun/designation/web'
import { applicationsWeb } from '@jincun/applications/web'
import { identityWeb } from '@jincun/identity/web'
import { ministryWeb } from '@jincun/ministry/web'
import { projectsWeb } from '@jincun/projects/web'
import { reportingWeb } from '@jincun/reporting/web'
import { reviewsWeb } from '@jincun/reviews/web'
import { signalsWeb } from '@jincun/signals/web'
import { ledgerWeb } from '@jincun/ledger/web'
import { paymentsWeb } from '@jincun/payments/web'
import { rulesWeb } from '@jincun/rules/web'
import { settlementWeb } from '@jincun/settlement/web'
import { disclosureWeb } from '@jincun/disclosure/web'
import type { CapabilityWeb } from '@jincun/ui/page'
import { styleWeb } from '@jincun/ui/style'

/** The web part of every capability, in the order of their imports; a new one is one line. */
export const capabilities: readonly CapabilityWeb[] = [
  identityWeb,
  rulesWeb,
  allocationWeb,
  applicationsWeb,
  reviewsWeb,
  settlementWeb,
  projectsWeb,
  acceptanceWeb,
  ledgerWeb,
  paymentsWeb,
  reportingWeb,
  ministryWeb,
  signalsWeb,
  designationWeb,
  disclosureWeb,
  styleWeb,
]
