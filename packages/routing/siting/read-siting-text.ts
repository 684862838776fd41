import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { wrongInput } from '../formats/wrong-input.ts'
import type { SitingReading } from './read-siting.ts'
import type { SitingProblem } from './siting-problem.ts'

type Numbers = { at: number; words: readonly string[] }
const sizeMax = 5_000_000

function take(numbers: Numbers, what: string): Result<number> {
  const word = numbers.words[numbers.at]
  const value = Number(word)
  if (word === undefined)
    return wrongInput('file-ends', `word ${numbers.at + 1}`, `the file ends where ${what} should be; check that it is whole`, '文件不完整')
  if (!Number.isFinite(value) || value < 0)
    return wrongInput(
      'not-a-number',
      `word ${numbers.at + 1}`,
      `'${word}' should be ${what}, a number from 0`,
      `“${word}”应为不小于 0 的数`,
    )
  numbers.at++
  return accept(value)
}

function takeMany(numbers: Numbers, count: number, what: string): Result<number[]> {
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    const value = take(numbers, what)
    if (!value.ok) return value
    values.push(value.value)
  }
  return accept(values)
}

function problemOf(
  capacities: number[],
  costs: number[],
  demands: number[],
  byCustomer: readonly number[][],
  singleSource: boolean,
): SitingProblem {
  const total = demands.reduce((sum, demand) => sum + demand, 0)
  const serving = new Float64Array(capacities.length * demands.length)
  for (const [customer, row] of byCustomer.entries())
    for (const [site, cost] of row.entries()) serving[site * demands.length + customer] = cost
  return {
    sites: capacities.map((capacity, index) => ({
      id: String(index + 1),
      sizes: [{ capacity: Number.isNaN(capacity) ? total : capacity, openingCost: costs[index] ?? 0 }],
    })),
    customers: demands.map((demand, index) => ({ id: String(index + 1), demand })),
    serving,
    singleSource,
    sitesMax: null,
    openingBudget: null,
    supply: null,
  }
}

/** m n; for each site capacity and opening cost; for each customer its demand and m costs of serving it whole. */
function readOrLibrary(numbers: Numbers, sites: number, customers: number, reading: SitingReading): Result<SitingProblem> {
  const [capacities, costs, demands, rows]: [number[], number[], number[], number[][]] = [[], [], [], []]
  for (let site = 0; site < sites; site++) {
    const named = numbers.words[numbers.at] === 'capacity'
    if (named) numbers.at++
    const capacity = named ? accept(reading.capacity ?? Number.NaN) : take(numbers, 'a capacity')
    const cost = take(numbers, 'an opening cost')
    if (!capacity.ok) return capacity
    if (!cost.ok) return cost
    capacities.push(capacity.value)
    costs.push(cost.value)
  }
  for (let customer = 0; customer < customers; customer++) {
    const row = takeMany(numbers, sites + 1, 'a demand or cost')
    if (!row.ok) return row
    demands.push(row.value[0] ?? 0)
    rows.push(row.value.slice(1))
  }
  return accept(problemOf(capacities, costs, demands, rows, reading.singleSource ?? false))
}

/** m n; capacities; opening costs; demands; for each customer the costs of serving it whole from each site. */
function readHolmberg(numbers: Numbers, sites: number, customers: number, reading: SitingReading): Result<SitingProblem> {
  const capacities = takeMany(numbers, sites, 'a capacity')
  const costs = takeMany(numbers, sites, 'an opening cost')
  const demands = takeMany(numbers, customers, 'a demand')
  const serving = takeMany(numbers, sites * customers, 'a cost')
  if (!capacities.ok) return capacities
  if (!costs.ok) return costs
  if (!demands.ok) return demands
  if (!serving.ok) return serving
  const rows = demands.value.map((_, customer) => serving.value.slice(customer * sites, (customer + 1) * sites))
  return accept(problemOf(capacities.value, costs.value, demands.value, rows, reading.singleSource ?? true))
}

/**
 * Reads the two public text forms, told apart by their first lines: OR-Library's `cap` files (Beasley 1990, multi-source)
 * and Holmberg, Rönnqvist & Yuan's (1999, single-source). Both give the cost of serving the whole demand.
 */
export function readSitingText(text: string, reading: SitingReading = {}): Result<SitingProblem> {
  const numbers: Numbers = { at: 0, words: text.split(/\s+/).filter(word => word !== '') }
  const head = takeMany(numbers, 2, 'the number of sites and of customers')
  if (!head.ok) return head
  const [sites = 0, customers = 0] = head.value
  if (!Number.isInteger(sites) || !Number.isInteger(customers) || sites < 1 || customers < 1 || sites * customers > sizeMax)
    return wrongInput(
      'wrong-size',
      'line 1',
      `line 1 tells the number of sites and of customers, at least one each and at most ${sizeMax} pairs`,
      '首行应为站点数和客户数',
    )
  const words = numbers.words.length
  const isHolmberg =
    !numbers.words.includes('capacity') && words === 2 + 2 * sites + customers + sites * customers && !isPairedHead(text, sites)
  const read = isHolmberg ? readHolmberg(numbers, sites, customers, reading) : readOrLibrary(numbers, sites, customers, reading)
  if (read.ok && numbers.at !== words)
    return wrongInput(
      'words-left',
      `word ${numbers.at + 1}`,
      `${words - numbers.at} words are left after the last cost; check line 1`,
      '文件末尾有多余内容',
    )
  return read
}

/** Both forms have the same number of words; OR-Library has capacity and cost of one site on each of the next lines. */
function isPairedHead(text: string, sites: number): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return sites > 1 && lines.slice(1, 1 + sites).every(line => line.trim().split(/\s+/).length === 2)
}
