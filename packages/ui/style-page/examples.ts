import type { Finding } from '@jincun/policy'
import type { Task } from '../components/what-next.tsx'
import { messages } from './messages.ts'

type Key = keyof typeof messages.zh
const both = (key: Key): Finding['message'] => ({ zh: messages.zh[key], en: messages.en[key] })

/** One finding of each kind, in the order a list would not show them. */
export const exampleFindings: readonly Finding[] = [
  {
    code: 'example-cap-met',
    status: 'met',
    force: 'must',
    clause: 'notice-2020/5.2',
    measured: '15/10',
    required: '≤ 150%',
    message: both('metMust'),
    rows: [],
  },
  {
    code: 'example-poverty-share',
    status: 'unmet',
    force: 'should',
    clause: 'notice-2020/4.2',
    measured: '3/12',
    required: '≥ 1/3',
    message: both('unmetShould'),
    rows: [{ kind: 'county', key: '513401', label: '西昌市' }],
  },
  {
    code: 'example-disbursement-rate',
    status: 'unknown',
    force: 'must',
    clause: 'notice-2020/4.4',
    measured: null,
    required: '≥ 90%',
    message: both('unknownMust'),
    rows: [],
  },
  {
    code: 'example-cap-unmet',
    status: 'unmet',
    force: 'must',
    clause: 'notice-2020/5.2',
    measured: '16/10',
    required: '≤ 150%',
    message: both('unmetMust'),
    rows: [],
  },
]

/** Two tasks; `due` lies a few days after the given clock, so that the example never grows stale. */
export const exampleTasks = (now: Date): readonly Task[] => [
  {
    id: 'submit',
    title: both('taskOne'),
    clause: 'notice-2020/5.3',
    due: new Date(now.getTime() + 5 * 86_400_000).toISOString(),
    href: '/style',
    state: 'do',
  },
  { id: 'wait', title: both('taskTwo'), clause: 'notice-2020/5.2', due: null, href: '/style', state: 'waiting' },
]

export type ExampleRow = { code: string; name: string; rank: number; score: string | null }
export const exampleRows: readonly ExampleRow[] = [
  { code: '513401', name: '西昌市', rank: 1, score: '91.5' },
  { code: '513426', name: '会东县', rank: 2, score: '88.0' },
  { code: '513437', name: '雷波县', rank: 3, score: null },
]

export const examplePlaces = [
  { code: '510100', name: '成都市', longitude: 104.07, latitude: 30.57 },
  { code: '513401', name: '西昌市', longitude: 102.26, latitude: 27.89 },
  { code: '513437', name: '雷波县', longitude: 103.57, latitude: 28.26, tone: 'demo' as const },
]
