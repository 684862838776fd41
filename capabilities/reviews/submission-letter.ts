import { typeLabels } from '@jincun/applications'
import type { Letter } from '@jincun/documents'
import type { SubmissionPackage } from './submission-package.ts'

/** What only the office knows: who signs, under which number, on which day. */
export type LetterHead = {
  issuers: readonly [string, ...string[]]
  number?: { issuerCode: string; year: number; serial: number }
  /** 签发人; a report to a higher body names one. */
  signer?: string
  date: string
  /** Set on everything a demonstration prints. */
  mark?: string
}

type Block = Letter['blocks'][number]

const yesNo = (value: boolean | null) => (value === null ? '未知' : value ? '是' : '否')

const listTable = (entries: SubmissionPackage['entries']): Block => ({
  kind: 'table',
  columns: [
    { title: '名次', weight: 1, align: 'center' },
    { title: '县（市、区）', weight: 3 },
    { title: '代码', weight: 2, align: 'center' },
    { title: '类型', weight: 2, align: 'center' },
    { title: '国家级贫困县', weight: 2, align: 'center' },
    { title: '得分', weight: 2, align: 'right' },
  ],
  rows: entries.map(entry => [
    entry.rank === null ? '—' : String(entry.rank),
    entry.name ?? '',
    entry.countyCode,
    typeLabels[entry.type].zh,
    yesNo(entry.nationalPovertyCounty),
    entry.score ?? '—',
  ]),
})

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter(line => line.trim() !== '')
    .map(line => ({ kind: 'paragraph', text: line.trim() }))

const goalTable = (goals: SubmissionPackage['plan']['goals']): Block => ({
  kind: 'table',
  columns: [
    { title: '指标', weight: 4 },
    { title: '单位', weight: 1, align: 'center' },
    { title: '基数', weight: 2, align: 'right' },
    { title: '目标值', weight: 2, align: 'right' },
    { title: '完成日期', weight: 2, align: 'center' },
  ],
  rows: goals.map(goal => [goal.indicator, goal.unit, goal.baseline ?? '—', goal.target ?? '—', goal.targetDate ?? '—']),
})

const planBlocks = ({ sections, goals }: SubmissionPackage['plan']): Block[] => [
  ...sections.flatMap((section): Block[] => [{ kind: 'heading', level: 1, text: section.title }, ...paragraphs(section.text)]),
  ...(goals.length ? [{ kind: 'heading', level: 1, text: '目标' } satisfies Block, goalTable(goals)] : []),
]

/** Unmet "in principle" rules with the reasons the province recorded. */
const reasonBlocks = (contents: SubmissionPackage): Block[] => {
  const unmet = contents.findings.filter(finding => finding.status === 'unmet' && contents.reasons[finding.code])
  if (unmet.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '有关情况说明' },
    ...unmet.map(
      (finding): Block => ({
        kind: 'paragraph',
        text: `${finding.clause}（实际${finding.measured ?? '—'}，要求${finding.required}）：${contents.reasons[finding.code]}`,
      }),
    ),
  ]
}

/**
 * The letter by which a province hands in its ranked list, basis and plan (5.3), in the document form of GB/T 9704. It prints the package as
 * it was frozen and its hash, so that paper and data can be held against each other.
 */
export function submissionLetter(contents: SubmissionPackage, hash: string, head: LetterHead): Letter {
  const { provinceName, year, entries, basis, plan, quota } = contents
  const ranked = entries.filter(entry => entry.rank !== null).length
  const number = quota === null ? '' : `预下达我省数量${quota}个，`
  return {
    form: 'document',
    ...head,
    title: [`关于报送${provinceName}${year}年电子商务进农村`, '综合示范县排序名单和工作方案的报告'],
    addressees: ['财政部', '商务部', '国务院扶贫办'],
    blocks: [
      { kind: 'paragraph', text: `按照${year}年电子商务进农村综合示范工作部署，我们组织了县级申报和评审，现将有关情况报告如下。` },
      { kind: 'heading', level: 1, text: '排序名单' },
      { kind: 'paragraph', text: `${number}名单共${entries.length}个县，其中参加排序${ranked}个，详见附件1。` },
      { kind: 'heading', level: 1, text: '评选依据' },
      ...paragraphs(basis.text),
      ...reasonBlocks(contents),
      { kind: 'heading', level: 1, text: '省级工作方案' },
      { kind: 'paragraph', text: '省级工作方案见附件2。' },
      { kind: 'paragraph', text: `本报告所附名单和方案与系统第${contents.version}版一致，校验值（SHA-256）：${hash}。` },
    ],
    annexes: [
      { title: `${provinceName}${year}年综合示范县排序名单`, blocks: [listTable(entries)] },
      { title: plan.title, blocks: planBlocks(plan) },
    ],
  }
}
