import { demoId } from '@jincun/identity'
import type { BadRequest } from '../bad-request.ts'
import { field, noFile, noRecord, notPermitted, rowsOf } from './rows.ts'

const [firm, office] = ['zhaojue-contractor', 'zhaojue-office']
const base = '/api/reporting/513431'
const id = '01900000-0000-7000-8000-00000000f101'
const contract = demoId('contract （演示）昭商合〔2020〕1号')
const site = demoId('zhaojue site centre')
const forms = `${base}/contract-forms/${contract}`

const form =
  (path: string, change: object = {}) =>
  () => ({
    method: 'POST' as const,
    url: path,
    payload: { id, rows: [{ name: '（演示）' }], seenVersion: 0, ...change },
  })
const station =
  (code: string, change: object = {}) =>
  () => ({
    method: 'PUT' as const,
    url: `${base}/stations/${code}`,
    payload: { siteId: site, startsOn: '2020-05-01', endsOn: null, seenVersion: 0, ...change },
  })
const day =
  (change: object = {}) =>
  () => ({
    method: 'POST' as const,
    url: `${base}/station-days`,
    payload: {
      id,
      station: '5134319999',
      day: '2020-05-10',
      orders: [],
      writtenAt: '2020-05-10T18:00:00+08:00',
      paperFileId: null,
      ...change,
    },
  })
const paper =
  (name: string, bytes: string, url = base) =>
  () => ({
    method: 'POST' as const,
    url: `${url}/report-papers?id=${id}&name=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  })

/** Forms of contractors, days of stations and their papers that are refused before anything is kept. */
export const reportDutyCases: readonly BadRequest[] = rowsOf([
  [
    'contract forms: a form the contract does not owe',
    firm,
    form(`${forms}/monthly-training/2020-03`),
    [400, 'form-not-owed', '这份合同不报这张表，或这个月份不在合同期内、还没有到。', 'params.form'],
  ],
  ['contract forms: of no contract', firm, form(`${base}/contract-forms/${id}/monthly-training/2020-03`), noRecord],
  ['contract forms: a paper that was not sent', firm, form(`${forms}/monthly-public-services/2020-03`, { paperFileId: id }), noFile],
  [
    'contract forms: nothing of what is required',
    firm,
    form(`${forms}/monthly-public-services/2020-03`, { rows: [] }),
    [400, 'form-has-faults', '整张表：没有数据行（共1处，没有保存）。', '整张表'],
  ],
  ['contract forms: the keeper of a station', 'zhaojue-station', form(`${forms}/monthly-public-services/2020-03`), notPermitted],
  ['stations: a firm registers its own', firm, station('5134310077'), notPermitted],
  [
    'stations: the code of another county',
    office,
    station('5119230077'),
    [400, 'station-of-another-county', '站点编码要以本县的6位代码开头。', 'params.code'],
  ],
  [
    'stations: the last day before the first',
    office,
    station('5134310077', { endsOn: '2020-04-30' }),
    [400, 'ends-before-start', '停报日不能早于起报日；请核对两个日期。', 'body.endsOn'],
  ],
  ['stations: a site that is none', office, station('5134310077', { siteId: id }), noRecord],
  ['stations: a version nobody saw', office, station('5134310077', { seenVersion: 3 }), [409, 'record-version', '这个编码还没有登记过。']],
  [
    'station days: a station that is not of the firm',
    firm,
    day(),
    [404, 'station-unknown', '本单位没有这个站点，或项目办还没有登记它的编码；请联系县项目办。', 'body.station'],
  ],
  ['station days: a day that is none', firm, day({ day: '2020-02-30' }), field('body.day', '应为日期，如 2020-05-08')],
  [
    'station days: a time that is none',
    firm,
    day({
      orders: [
        {
          number: 'A1',
          time: '25:00',
          direction: 'down',
          category: '8',
          quantity: '1',
          amountYuan: '1',
          otherPlace: '330106',
          waybill: '',
          payment: '',
        },
      ],
    }),
    field('body.orders.0.time', '应为时间，如 14:30'),
  ],
  ['papers: for another county', firm, paper('a.png', 'x', '/api/reporting/511923'), notPermitted],
  [
    'papers: words that call themselves a scan',
    firm,
    paper('scan.pdf', 'no scan at all'),
    [400, 'file-type-not-allowed', '文件“scan.pdf”的类型不允许；请改为 PDF、PNG、JPG、DOCX 或 XLSX。', 'file'],
  ],
])
