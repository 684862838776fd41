import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { textOf } from '@jincun/routing/formats'
import { shareCosts } from '@jincun/routing/sharing'
import { demoDemand, demoPartners } from '../demo-demand.ts'
import { readNetwork } from '../network.ts'
import { demoVan, poolingDocument } from '../pooling-study.ts'
import { readSharing } from '../sharing-file.ts'
import { sharingStatement, statementText } from '../sharing-statement.ts'
import { coalitionPlans } from './coalition-plans.ts'
import { fileOption, numberOption } from './number-option.ts'

const fenInYuan = 0.01

/** What pooling saves in a county of real villages with demand made up for the demonstration, and each partner's share. */
export const poolCommand: Command = {
  name: 'pool',
  summary: 'A county’s villages served by four demo partners: cost pooled and separate, shares by each rule',
  usage: 'pool NODES.csv [--seconds 60 | --iterations N] [--seed 1] [--terrain 1.4] [--speed 45] [--json]',
  options: {
    seconds: { type: 'string' },
    iterations: { type: 'string' },
    seed: { type: 'string' },
    terrain: { type: 'string' },
    speed: { type: 'string' },
  },
  run: async ({ values, positionals, readFile }) => {
    const path = fileOption(positionals, 0, 'network')
    const seconds = numberOption(values, 'seconds', 60, { min: 0.1, max: 86_400 })
    const iterations = numberOption(values, 'iterations', 0, { min: 1, max: 1e9, whole: true })
    const seed = numberOption(values, 'seed', 1, { min: 0, max: 2 ** 32 - 1, whole: true })
    const terrainFactor = numberOption(values, 'terrain', demoVan.terrainFactor, { min: 1, max: 5 })
    const kilometresPerHour = numberOption(values, 'speed', demoVan.kilometresPerHour, { min: 1, max: 150 })
    if (!path.ok) return path
    if (!seconds.ok) return seconds
    if (!iterations.ok) return iterations
    if (!seed.ok) return seed
    if (!terrainFactor.ok) return terrainFactor
    if (!kilometresPerHour.ok) return kilometresPerHour
    const text = textOf(await readFile(path.value))
    if (!text.ok) return text
    const network = readNetwork(text.value)
    if (!network.ok) return network
    const van = { ...demoVan, terrainFactor: terrainFactor.value, kilometresPerHour: kilometresPerHour.value }
    const demand = demoDemand(network.value, demoPartners)
    const sharing = readSharing(poolingDocument(network.value, demoPartners, demand, van))
    if (!sharing.ok) return sharing
    const plans = await coalitionPlans(sharing.value, { seconds: seconds.value, iterations: iterations.value, seed: seed.value, pairs: 2 })
    if (!plans.ok) return plans
    const report = await shareCosts(plans.value.game, {
      measures: [...sharing.value.measures, ...plans.value.measures.filter(({ key }) => key === 'stops')],
    })
    const parcels = demand.reduce((sum, each) => sum + each.parcelsDown + each.parcelsUp, 0)
    const size = { stations: network.value.stations.length, villages: network.value.villages.length, stops: demand.length, parcels }
    const statement = sharingStatement(report, fenInYuan)
    const perParcel = { pooled: cents(statement.total / parcels), separate: cents((statement.total + statement.saving) / parcels) }
    const json = {
      realm: 'demo',
      note: '需求量与车辆参数为演示数据',
      legs: { source: 'great-circle', terrainFactor: van.terrainFactor },
      network: size,
      van,
      partnerNames: Object.fromEntries(demoPartners.map(({ id, name }) => [id, name])),
      yuanPerParcel: perParcel,
      ...statement,
    }
    const head = `（演示 demo）${size.villages} villages, ${size.stops} stops, ${parcels} parcels; legs: great circle × ${van.terrainFactor}\nyuan a parcel: ${perParcel.separate} separate, ${perParcel.pooled} pooled\n`
    return accept({ json, text: `${head}${statementText(statement)}` })
  },
}

const cents = (yuan: number): number => Math.round(100 * yuan) / 100
