/**
 * The design language in numbers: the same values feed tokens.css (light pages) and the Ant Design theme (consoles);
 * a test keeps the two files equal and every pair of text and ground at WCAG AA.
 * Red (`must`) is for what must be done, never for decoration.
 */
export const colours = {
  ground: '#f6f6f2',
  surface: '#ffffff',
  sunken: '#eeefe9',
  line: '#d9dcd3',
  lineStrong: '#7f8982',
  text: '#1b2623',
  textQuiet: '#525e59',
  accent: '#17615b',
  accentStrong: '#0f4743',
  accentGround: '#e5f0ed',
  link: '#0d5a86',
  met: '#1d6a3c',
  metGround: '#e6f2ea',
  must: '#b3261e',
  mustGround: '#fcedeb',
  should: '#855000',
  shouldGround: '#fdf2de',
  unknown: '#565170',
  unknownGround: '#efeef5',
  demo: '#5b3a93',
  demoGround: '#f0eafa',
  focus: '#0d5a86',
} as const

/** Pixels at normal text size; every step is a multiple of 4. */
export const space = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 24, s6: 32, s7: 48, s8: 64 } as const

export const radius = { small: 4, medium: 8 } as const

/** Pixels at normal text size. */
export const typeSize = { small: 13, body: 15, lead: 17, heading3: 17, heading2: 20, heading1: 26, figure: 30 } as const

export const sansSerif =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif"
export const serif = "'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', 'PingFang SC', 'Microsoft YaHei', serif"

/** Smallest side of anything one taps. */
export const touchTarget = 44

/** Pairs of text and ground in use; each must reach 4.5 : 1 (WCAG 2.2 AA, 1.4.3). */
export const textPairs: readonly (readonly [keyof typeof colours, keyof typeof colours])[] = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text', 'sunken'],
  ['textQuiet', 'ground'],
  ['textQuiet', 'surface'],
  ['textQuiet', 'sunken'],
  ['link', 'ground'],
  ['link', 'surface'],
  ['surface', 'accent'],
  ['surface', 'accentStrong'],
  ['accentStrong', 'accentGround'],
  ['met', 'metGround'],
  ['met', 'surface'],
  ['must', 'mustGround'],
  ['must', 'surface'],
  ['surface', 'must'],
  ['should', 'shouldGround'],
  ['should', 'surface'],
  ['unknown', 'unknownGround'],
  ['unknown', 'surface'],
  ['demo', 'demoGround'],
  ['surface', 'demo'],
]
