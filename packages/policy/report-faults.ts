import type { Fault } from './fault.ts'
import { clauseOf } from './read.ts'
import type { PolicyPack } from './schema.ts'

const fault = (file: string, field: string, zh: string, en: string): Fault => ({ file, field, message: { zh, en } })

function* twice(ids: readonly (string | number)[], file: string, field: string): Generator<Fault> {
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index) yield fault(file, `${field}[${index}]`, `“${id}”出现了两次`, `${id} is there twice`)
}

/** What is wrong with the report types and goods categories of a pack. */
export function* reportFaults(pack: PolicyPack): Generator<Fault> {
  const items = new Set(Object.values(pack.lists.get('activity-data')?.values ?? {}).flatMap(entries => entries.map(({ id }) => id)))
  for (const [key, type] of pack.reportTypes) {
    const file = `policy/reports/${key}.yaml`
    if (!clauseOf(pack, type.clause)) yield fault(file, 'clause', `没有条款“${type.clause}”`, `there is no clause ${type.clause}`)
    yield* twice(
      type.fields.map(({ id }) => id),
      file,
      'fields',
    )
    for (const [index, field] of type.fields.entries())
      if ((field.kind === 'choice') !== (field.choices !== undefined))
        yield fault(file, `fields[${index}].choices`, '可选项只用于 choice，且必须写明', 'choices go with kind choice, and only with it')
    const known = new Set(type.fields.map(({ id }) => id))
    for (const [index, id] of type.key.entries())
      if (!known.has(id)) yield fault(file, `key[${index}]`, `没有字段“${id}”`, `there is no field ${id}`)
    for (const [index, { notAbove }] of type.fields.entries())
      if (notAbove !== undefined && !known.has(notAbove))
        yield fault(file, `fields[${index}].notAbove`, `没有字段“${notAbove}”`, `there is no field ${notAbove}`)
    for (const [index, item] of type.dataItems.entries())
      if (!items.has(item)) yield fault(file, `dataItems[${index}]`, `没有数据项“${item}”`, `the list activity-data has no entry ${item}`)
  }
  for (const [edition, { clause, groups, categories }] of pack.goodsCategories) {
    const file = `policy/goods-categories/${edition}.yaml`
    if (!clauseOf(pack, clause)) yield fault(file, 'clause', `没有条款“${clause}”`, `there is no clause ${clause}`)
    yield* twice(
      categories.map(({ id }) => id),
      file,
      'categories',
    )
    // One code means one category and one direction, or buying and selling would be added up.
    yield* twice(
      categories.flatMap(({ buyCode, sellCode }) => [buyCode, sellCode]),
      file,
      'codes',
    )
    for (const [index, { group }] of categories.entries())
      if (!groups.some(({ id }) => id === group))
        yield fault(file, `categories[${index}].group`, `没有大类“${group}”`, `there is no group ${group}`)
  }
}
