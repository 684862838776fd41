import { expect, test } from 'vitest'
import { visibleAssignments, visibleSheets } from './blind-view.ts'
import { applicationId, expertId } from './testing/factory.ts'

const roundId = '01900000-0000-7000-8000-000000000000'
const assignments = [1, 2].map(number => ({ roundId, applicationId: applicationId(1), countyCode: '519901', expertId: expertId(number) }))
const sheets = [1, 2, 3].map(number => ({
  id: roundId,
  roundId,
  applicationId: applicationId(1),
  countyCode: '519901',
  expertId: expertId(number),
  revision: 1,
  items: [],
  comment: '',
  submittedAt: number < 3 ? '2020-05-20T01:00:00Z' : null,
}))
const reviewer = { kind: 'reviewer', expertId: expertId(1) } as const

test('a reviewer sees his own sheet and assignment, before and after the round is closed', () => {
  for (const closed of [false, true]) expect(visibleSheets(reviewer, closed, sheets).map(sheet => sheet.expertId)).toEqual([expertId(1)])
  expect(visibleAssignments(reviewer, assignments)).toHaveLength(1)
})

test('the office sees assignments at once, and submitted sheets only when the round is closed', () => {
  expect(visibleAssignments({ kind: 'office' }, assignments)).toHaveLength(2)
  expect(visibleSheets({ kind: 'office' }, false, sheets)).toEqual([])
  expect(visibleSheets({ kind: 'office' }, true, sheets).map(sheet => sheet.expertId)).toEqual([expertId(1), expertId(2)])
})
