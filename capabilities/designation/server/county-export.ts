import { writeCsv, writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download } from '@jincun/http'
import { formatShanghai } from '@jincun/kernel'
import type { CountyFacts } from '../index.ts'

const yesNo = (value: boolean): string => (value ? '是' : '否')
const answers = { yes: '是', no: '否', unknown: '不明' } as const

function countySheet(rows: readonly CountyFacts[], year: number, now: Date): Sheet {
  return {
    name: `${year}年县情`,
    title: `县级单位与名单情况（${year} 年申报前）`,
    notes: [
      `共 ${rows.length} 个；导出时间 ${formatShanghai(now)}（北京时间）`,
      '来源：国家统计局、民政部 2020 年代码，2020 年人口普查，832 县名单及历年示范县公开资料；“不明”指公开名单不全，不是“否”。',
    ],
    columns: [
      { title: '代码 code', format: 'text' },
      { title: '名称 name', format: 'text' },
      { title: '省 province', format: 'text' },
      { title: '市州 prefecture', format: 'text' },
      { title: '国贫县 national poverty county', format: 'text' },
      { title: '退出年份 delisted', format: 'integer' },
      { title: '未脱贫县 not yet out of poverty', format: 'text' },
      { title: '三区三州 deep-poverty area', format: 'text' },
      { title: '此前已支持 supported before', format: 'text' },
      { title: '已知示范年度 known years', format: 'text' },
      { title: '激励年度 incentive year', format: 'integer' },
      { title: '乡级单位 township units', format: 'integer' },
      { title: '村（居）委会 villages', format: 'integer' },
      { title: '常住人口 2020 population', format: 'integer' },
    ],
    rows: rows.map(row => [
      row.code,
      row.name,
      row.provinceName,
      row.prefectureName,
      yesNo(row.nationalPovertyCounty),
      row.delistYear,
      yesNo(row.countyNotYetOutOfPoverty),
      yesNo(row.deepPovertyArea),
      answers[row.supportedBefore],
      row.supportedYears.join('、'),
      row.incentiveYear,
      row.townshipUnits,
      row.villages,
      row.population,
    ]),
  }
}

/** All chosen counties as an Excel file or a CSV that Excel in China opens as it is. */
export async function countyExport(rows: readonly CountyFacts[], year: number, format: 'xlsx' | 'csv', now: Date): Promise<Download> {
  const sheet = countySheet(rows, year, now)
  const file = `counties-${year}.${format}`
  if (format === 'csv') return new Download(writeCsv(sheet), file, 'text/csv; charset=utf-8')
  return new Download(await writeWorkbook([sheet], now), file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}
