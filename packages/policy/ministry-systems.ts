import type { Fault } from './fault.ts'
import type { MinistryForm, MinistrySystem } from './ministry-schema.ts'
import { clauseOf, PolicyGap } from './read.ts'
import type { PolicyPack } from './schema.ts'

/** A version of the ministry's system by its id; throws a PolicyGap when there is none. */
export function ministrySystemFor(pack: PolicyPack, id: string): MinistrySystem {
  const system = pack.ministrySystems.get(id)
  if (!system) throw new PolicyGap(`ministry system ${id}`, `policy/ministry-systems/${id}.yaml`)
  return system
}

/** How a form of ours is called in a system; undefined where the system has none. */
export function ministryFormFor(pack: PolicyPack, system: MinistrySystem, form: string): MinistryForm | undefined {
  const forms = system.formsOf === null ? system.forms : ministrySystemFor(pack, system.formsOf).forms
  return forms.find(each => each.form === form)
}

const fault = (file: string, field: string, zh: string, en: string): Fault => ({ file, field, message: { zh, en } })

/** What is wrong with the ministry systems of a pack. */
export function* ministryFaults(pack: PolicyPack): Generator<Fault> {
  for (const [id, system] of pack.ministrySystems) {
    const file = `policy/ministry-systems/${id}.yaml`
    if (!clauseOf(pack, system.clause)) yield fault(file, 'clause', `没有条款“${system.clause}”`, `there is no clause ${system.clause}`)
    if (!pack.goodsCategories.has(system.goodsCategories))
      yield fault(file, 'goodsCategories', '没有这一版商品类别', 'there is no such edition of goods categories')
    if (system.formsOf !== null && !pack.ministrySystems.has(system.formsOf))
      yield fault(file, 'formsOf', `没有系统“${system.formsOf}”`, `there is no system ${system.formsOf}`)
    const types = Object.values(system.stationTypes)
    if (new Set(types).size < types.length)
      yield fault(file, 'stationTypes', '同一代码用于两种站点', 'one code stands for two kinds of station')
    const both = system.answer.accepted.find(word => system.answer.refused.includes(word))
    if (both !== undefined) yield fault(file, 'answer', `“${both}”既是成功又是失败`, `${both} means both yes and no`)
    for (const [index, { form, fields }] of system.forms.entries()) {
      const type = [...pack.reportTypes.values()].find(each => each.id === form)
      if (!type) yield fault(file, `forms[${index}].form`, `没有报表“${form}”`, `there is no report ${form}`)
      const known = new Set(type?.fields.map(each => each.id))
      for (const { field } of fields)
        if (type && !known.has(field))
          yield fault(file, `forms[${index}].fields`, `报表没有字段“${field}”`, `the report has no field ${field}`)
    }
  }
}
