import { readFileSync } from 'node:fs'
import { factorSheetFor } from '@jincun/policy'
import type { FactorSheet } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import type { FactorInputs } from '../factor-input.ts'
import { readInputGrid } from '../read-input-grid.ts'
import type { InputGrid } from '../read-input-grid.ts'

/** The factor sheet of 2020 and the real inputs that ship with the policy data. */
export const realSheet: FactorSheet = factorSheetFor(loadPolicy(), 2020)

const lines = readFileSync(new URL('../../../policy/programme/province-inputs-2020.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const [header = [], ...rows] = lines.map(line => line.split(','))
export const realGrid: InputGrid = { header, rows }

export const realProvinces = rows.map(([code = '', name = '']) => ({ code, name }))

const read = readInputGrid(realGrid, { sheet: realSheet, provinces: realProvinces })
if (!read.inputs) throw new Error('The real inputs have errors')
export const realInputs: FactorInputs = read.inputs
