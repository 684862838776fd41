import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours, radius, sansSerif, serif, space, textPairs, touchTarget, typeSize } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const declared = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ').trim()]),
)

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
const rem = (pixels: number): string => `${pixels / 16}rem`

test('tokens.css and tokens.ts say the same, and neither knows more', () => {
  const expected = new Map<string, string>([
    ...Object.entries(colours).map(([name, value]) => [kebab(name), value] as const),
    ...Object.entries(space).map(([name, pixels]) => [name, rem(pixels)] as const),
    ...Object.entries(radius).map(([name, pixels]) => [`radius-${name}`, `${pixels}px`] as const),
    ...Object.entries(typeSize).map(([name, pixels]) => [`type-${name}`, rem(pixels)] as const),
    ['sans', sansSerif.replaceAll("'", '"')],
    ['serif', serif.replaceAll("'", '"')],
    ['touch-target', `${touchTarget}px`],
  ])
  expect(declared).toEqual(expected)
})

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the contrast formula gives 21 for black on white and 1 for a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#17615b', '#17615b')).toBe(1)
})

test.each(textPairs)('%s on %s reads at WCAG AA', (text, ground) => {
  expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
})

test.each(['ground', 'surface'] as const)('the focus ring and the edges of controls are seen on %s (WCAG 1.4.11)', ground => {
  expect(contrast(colours.focus, colours[ground])).toBeGreaterThanOrEqual(3)
  expect(contrast(colours.lineStrong, colours[ground])).toBeGreaterThanOrEqual(3)
})
