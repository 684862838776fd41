import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoDemand, demoPartners } from './demo-demand.ts'
import { guessedLeg, readNetwork } from './network.ts'
import type { Network } from './network.ts'
import { demoVan, poolingDocument } from './pooling-study.ts'

const county = readFileSync(new URL('cases/150722-network-nodes.csv', import.meta.url), 'utf8')
function good(text: string): Network {
  const network = readNetwork(text)
  if (!network.ok) throw new Error(network.reason.message.en)
  return network.value
}

test('the county has one hub, 13 stations and 169 villages', () => {
  const { hub, stations, villages } = good(county)
  expect([hub.name, stations.length, villages.length]).toEqual(['尼尔基镇', 13, 169])
})

test('a leg is the great circle × terrain factor, the same both ways, and says that it is a guess', () => {
  const { hub, stations } = good(county)
  const [baoshan = hub] = stations
  // One degree of latitude is 111.195 km on a sphere of 6,371.0088 km.
  const north = { ...hub, code: '1', latitude: hub.latitude + 1 }
  expect(guessedLeg(hub, north, 1).metres).toBe(111_195)
  const leg = guessedLeg(hub, baoshan, 1.4)
  expect(leg).toMatchObject({ from: hub.code, to: baoshan.code, source: 'great-circle', terrainFactor: 1.4 })
  expect(leg.metres).toBe(guessedLeg(baoshan, hub, 1.4).metres)
})

test('demand of the demonstration: the same every time, every village by the post, up a quarter of down', () => {
  const network = good(county)
  const demand = demoDemand(network, demoPartners)
  expect(demoDemand(network, demoPartners)).toEqual(demand)
  expect(demand.filter(({ partner }) => partner === 'post')).toHaveLength(169)
  for (const { parcelsDown, parcelsUp, kilogramsDown } of demand) {
    expect(parcelsDown).toBeGreaterThanOrEqual(1)
    expect(parcelsUp).toBe(Math.round(parcelsDown * 0.25))
    expect(kilogramsDown).toBe(2 * parcelsDown)
  }
  const served = demand.filter(({ partner }) => partner === 'courierA').length / 169
  expect(served).toBeGreaterThan(0.5)
  expect(served).toBeLessThan(0.8)
  expect(demoPartners.every(({ name }) => name.includes('（演示）'))).toBe(true)
})

test('the study is a sharing file: a job for each demand, at its village, with minutes and seconds of service', () => {
  const network = good(county)
  const demand = demoDemand(network, demoPartners)
  const document = poolingDocument(network, demoPartners, demand, demoVan)
  expect(document).toMatchObject({ partners: ['post', 'courierA', 'courierB', 'coop'], unit: 1 })
  const { jobs, matrices } = document.problem as {
    jobs: { partner: string; location_index: number; service: number }[]
    matrices: { car: { durations: number[][]; distances: number[][] } }
  }
  expect(jobs).toHaveLength(demand.length)
  expect(jobs[0]?.service).toBe(240 + 5 * ((demand[0]?.parcelsDown ?? 0) + (demand[0]?.parcelsUp ?? 0)))
  expect(matrices.car.durations).toHaveLength(170)
  expect(matrices.car.durations[0]?.[1]).toBe(Math.round(((matrices.car.distances[0]?.[1] ?? 0) * 3.6) / 45))
})

const head = 'level,code,name,township_code,lat,lon'
const hub = 'county_seat,150722100,尼尔基镇,150722100,48.48,124.48'
const village = 'village,150722108200,腾克,150722108,49.01,124.72'
test.each([
  ['a column missing', 'level,code', 'column-missing', 'line 1'],
  ['an unknown level', `${head}\nmarket,150722100,x,1,1,1`, 'wrong-level', 'line 2'],
  ['a code of letters', `${head}\nvillage,ABC,x,1,1,1`, 'wrong-code', 'line 2'],
  ['no position', `${head}\n${hub}\nvillage,150722108200,x,1,,124`, 'wrong-position', 'line 3'],
  ['a latitude of 95', `${head}\n${hub}\nvillage,150722108200,x,1,95,124`, 'wrong-position', 'line 3'],
  ['a code twice', `${head}\n${hub}\n${village}\n${village}`, 'duplicate-id', 'line 4'],
  ['two hubs', `${head}\n${hub}\n${hub.replace('722100,尼', '722101,尼')}\n${village}`, 'one-hub', 'level'],
  ['no village', `${head}\n${hub}`, 'no-villages', 'level'],
])('a table with %s is refused with its place', (_what, text, code, where) => {
  const network = readNetwork(text)
  expect(network.ok ? null : [network.reason.code, network.reason.where]).toEqual([code, where])
})
