import { addressOf } from '../../../capabilities/applications/testing/requests.ts'

/** The draft application of 昭觉 in the demonstration. */
export const draft = (rest = ''): string => `${addressOf('513431')}${rest ? `/${rest}` : ''}`
