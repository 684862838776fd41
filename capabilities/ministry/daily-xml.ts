import type { MinistrySystem } from '@jincun/policy'
import type { DailyMessage, StationReport } from './daily-message.ts'

/** Characters XML 1.0 cannot carry at all, not even escaped. */
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as the content of an element. Every mark of a name arrives as it was written: nothing is packed with separators. */
export const escapeXml = (text: string): string =>
  text.replaceAll(unspeakable, '\uFFFD').replace(/[&<>"']/g, mark => entities[mark] ?? mark)

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

function stationXml({ code, name, countyType, buyOrder, saleOrder, commodities }: StationReport): string {
  return [
    '<serviceStationReport>',
    element('code', code),
    element('name', name),
    element('countyType', countyType),
    element('buyOrder', buyOrder),
    element('saleOrder', saleOrder),
    ...commodities.map(
      ({ commId, money }) => `<serviceStationCommodity>${element('commId', commId)}${element('money', money)}</serviceStationCommodity>`,
    ),
    '</serviceStationReport>',
  ].join('')
}

/** 日报 as the ministry's system takes it: the same message always gives the same text, so its hash says whether anything changed. */
export const dailyXml = ({ userId, rptDate, stations }: DailyMessage): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<serviceStation>',
    element('userId', userId),
    element('rptDate', rptDate),
    ...stations.map(stationXml),
    '</serviceStation>',
  ].join('')

/** The report as the one text argument of the SOAP 1.1 operation. */
export const soapEnvelope = ({ soap }: MinistrySystem, xml: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>',
    `<${soap.request} xmlns="${escapeXml(soap.namespace)}"><${soap.argument} xmlns="">${escapeXml(xml)}</${soap.argument}></${soap.request}>`,
    '</soapenv:Body></soapenv:Envelope>',
  ].join('')
