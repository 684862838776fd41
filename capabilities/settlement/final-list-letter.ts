import { typeLabels } from '@jincun/applications'
import type { Letter } from '@jincun/documents'
import type { FinalList, GovernmentLetter } from './final-list.ts'

/** 川府函〔2020〕12号 → its parts; null for a number written otherwise, which then stands in the text only. */
export function letterNumberOf(number: string): { issuerCode: string; year: number; serial: number } | null {
  const match = /^(.+)〔(20\d\d)〕(\d{1,5})号$/.exec(number.trim())
  return match?.[1] ? { issuerCode: match[1], year: Number(match[2]), serial: Number(match[3]) } : null
}

/** 省政府函 (notice-2020/5.5): the provincial government reports its final list and plans, in the letter form of GB/T 9704 (clause 10.1). */
export function finalListLetter(list: FinalList, letter: GovernmentLetter, provinceName: string, hash: string, mark?: string): Letter {
  const { entries, year } = list
  const number = letterNumberOf(letter.number)
  return {
    form: 'letter',
    issuers: [letter.signedBy],
    ...(number ? { number } : {}),
    ...(mark ? { mark } : {}),
    title: [`${provinceName}人民政府关于报送${year}年`, '电子商务进农村综合示范县最终名单的函'],
    addressees: ['财政部', '商务部', '国务院扶贫办'],
    blocks: [
      {
        kind: 'paragraph',
        text: `按照核定的${year}年电子商务进农村综合示范县数量，我省确定${entries.length}个县为${year}年电子商务进农村综合示范县。现将最终名单和省级、县级工作方案报上，请予审核。`,
      },
      { kind: 'paragraph', text: `所附名单与系统第${list.version}版一致，校验值（SHA-256）：${hash}。` },
    ],
    date: letter.date,
    annexes: [
      {
        title: `${provinceName}${year}年电子商务进农村综合示范县最终名单`,
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: '序号', weight: 1, align: 'center' },
              { title: '县（市、区）', weight: 3 },
              { title: '代码', weight: 2, align: 'center' },
              { title: '方式', weight: 2, align: 'center' },
              { title: '工作方案校验值（前12位）', weight: 3, align: 'center' },
            ],
            rows: entries.map((entry, index) => [
              String(index + 1),
              entry.name,
              entry.countyCode,
              typeLabels[entry.type].zh,
              entry.planHash?.slice(0, 12) ?? '—',
            ]),
          },
        ],
      },
    ],
  }
}
