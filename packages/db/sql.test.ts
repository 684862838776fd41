import { expect, test } from 'vitest'
import { compile, join, name, sql } from './sql.ts'

test('values never enter the text', () => {
  expect(compile(sql`select * from t where a = ${"'; drop table t; --"} and b = ${2}`)).toEqual({
    text: 'select * from t where a = $1 and b = $2',
    values: ["'; drop table t; --", 2],
  })
})

test('fragments nest and are numbered through', () => {
  const conditions = [sql`a = ${1}`, sql`b = ${2}`]
  expect(compile(sql`select ${name('a')} from t where ${join(conditions, sql` and `)} limit ${3}`)).toEqual({
    text: 'select a from t where a = $1 and b = $2 limit $3',
    values: [1, 2, 3],
  })
})

test.each(['A', 'a b', 'a;b', '1a', ''])('%s is not a plain name', text => {
  expect(() => name(text)).toThrow(/plain SQL name/)
})
