import { commitmentCheck } from './commitment.ts'

/** 2020 六（四）, 2017 六（四）: 在政府网站及时、全面、集中公开方案、资金、项目. */
export const checkDisclosureCommitment = commitmentCheck('disclosure', { zh: '政务公开承诺', en: 'disclosure commitment' })
