import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { mayProceed, stops, wantsReason } from './may-proceed.ts'

const finding = (force: Finding['force'], status: Finding['status']): Finding => ({
  code: 'measured-share',
  status,
  force,
  clause: 'notice-2020/4.2',
  measured: null,
  required: '≥ 1/3',
  message: { zh: '示例', en: 'Example' },
  rows: [],
})

// What each asks for: docs/decisions/unknown-is-its-own-answer.md.
test.each<[Finding['force'], Finding['status'], 'nothing' | 'a reason' | 'stops']>([
  ['must', 'met', 'nothing'],
  ['must', 'unmet', 'stops'],
  ['must', 'unknown', 'stops'],
  ['should', 'met', 'nothing'],
  ['should', 'unmet', 'a reason'],
  ['should', 'unknown', 'nothing'],
])('a %s that is %s: %s', (force, status, asked) => {
  const found = finding(force, status)
  expect(stops(found)).toBe(asked === 'stops')
  expect(wantsReason(found, {})).toBe(asked === 'a reason')
  expect(mayProceed([found])).toBe(asked === 'nothing')
  expect(mayProceed([found], { 'measured-share': '县域物流由邻县承担' })).toBe(asked !== 'stops')
})

test('a reason of white space, or for another rule, is none; one finding that stops is enough', () => {
  const unmet = finding('should', 'unmet')
  expect(mayProceed([unmet], { 'measured-share': ' ' })).toBe(false)
  expect(mayProceed([unmet], { 'another-rule': '理由' })).toBe(false)
  expect(mayProceed([finding('must', 'met'), finding('must', 'unknown')])).toBe(false)
  expect(mayProceed([])).toBe(true)
})
