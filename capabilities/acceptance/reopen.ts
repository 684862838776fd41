import type { Acceptance } from './acceptance.ts'

/**
 * What becomes of a request when a site of its project is corrected (6.2): whatever was concluded about the sites is concluded again, by the
 * county first. A site once drawn stays drawn: a correction takes nobody out of the sample, so that none is made for a luckier draw.
 */
export function reopenAfterCorrection(acceptance: Acceptance): Acceptance {
  const { state, sample, carried } = acceptance
  if (state !== 'checked' && state !== 'sampled') return acceptance
  return {
    ...acceptance,
    version: acceptance.version + 1,
    state: 'requested',
    sample: null,
    carried: sample ? { city: sample.city, province: sample.province } : carried,
  }
}
