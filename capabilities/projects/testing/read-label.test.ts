import { afterEach, expect, test, vi } from 'vitest'
import { labelSheet } from '../server/label-pdf.ts'
import { readLabel } from '../web/read-label.ts'
import { firstLabel, pixelsOf } from './label-picture.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose camera saw these pixels: only what Node lacks stands in; the reading is the page's own. */
function cameraSaw({ data, side }: { data: Uint8ClampedArray; side: number }): void {
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: side, height: side }))
  const context = { drawImage: () => undefined, getImageData: () => ({ data }) }
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => context
    },
  )
}
const printed = async (target: string) => {
  const label = { number: '513431-ZC-0004', name: '站点电脑', place: '乡政府旁', owner: '示范资产', target }
  return pixelsOf(await labelSheet([label], '资产标签'), firstLabel)
}
const read = () => readLabel(new File([], 'photo.png'))

test.each([
  ['a printed label gives its asset number', 'jincun:asset:513431-ZC-0004', '513431-ZC-0004'],
  ['a code of someone else gives none', 'https://example.org/513431-ZC-0004', null],
])('%s (notice-2020/6.3)', async (_what, target, number) => {
  cameraSaw(await printed(target))
  expect(await read()).toBe(number)
})

test('a photo without a code, or no photo at all, gives none', async () => {
  cameraSaw({ data: new Uint8ClampedArray(240 * 240 * 4).fill(255), side: 240 })
  expect(await read()).toBeNull()
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not an image')))
  expect(await read()).toBeNull()
})
