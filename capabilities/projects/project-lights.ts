import { daysBetween, addDays } from '@jincun/kernel'
import { countOf } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import type { Contract } from './contract.ts'
import type { ProgressReport } from './progress.ts'
import type { Project, ProjectStage } from './project.ts'
import { numberIn } from './provincial-number.ts'

export type LightTone = 'green' | 'amber' | 'red' | 'unknown'

/** One reason for the colour of a project; the worst of them is its light. */
export type Light = { code: string; tone: LightTone; why: Bilingual }

/** How far a project should be on a day: by its schedule's steps where it has them, else by time between start and end. */
export function plannedPercent(project: Pick<Project, 'start' | 'end' | 'schedule'>, day: string): number {
  if (day < project.start) return 0
  if (day >= project.end) return 100
  const steps = project.schedule
  if (steps.length > 0) return Math.floor((steps.filter(step => step.due <= day).length * 100) / steps.length)
  return Math.floor((daysBetween(project.start, day) * 100) / Math.max(1, daysBetween(project.start, project.end)))
}

/** When it would be done at the pace so far; null while there is no pace. */
export function forecastEnd(project: Pick<Project, 'start'>, last: Pick<ProgressReport, 'asOf' | 'percent'> | null): string | null {
  if (!last || last.percent === 0 || last.asOf <= project.start) return null
  const days = Math.ceil((daysBetween(project.start, last.asOf) * 100) / last.percent)
  return addDays(project.start, days)
}

type Watched = {
  project: Project
  stage: ProjectStage
  progress: readonly ProgressReport[]
  contracts: readonly Contract[]
}

const light = (code: string, tone: LightTone, zh: string, en: string): Light => ({ code, tone, why: { zh, en } })

function paceLights({ project, progress }: Watched, pack: PolicyPack, today: string): Light[] {
  const number = (id: string) => countOf(numberIn(pack, id, project))
  const last = progress.at(-1) ?? null
  const planned = plannedPercent(project, today)
  const done = last?.percent ?? 0
  const lag = planned - done
  const [amber, red] = [number('progress-lag-amber-points'), number('progress-lag-red-points')]
  const every = number('progress-report-days-maximum')
  const since = daysBetween(last?.asOf ?? project.start, today)
  return [
    ...(lag >= amber
      ? [
          light(
            'behind-schedule',
            lag >= red ? 'red' : 'amber',
            `计划${planned}%，实际${done}%，落后${lag}个百分点。`,
            `${done}% done of ${planned}% planned, ${lag} points behind.`,
          ),
        ]
      : []),
    ...(today > project.start && since > every
      ? [
          light(
            'progress-not-reported',
            last ? 'amber' : 'unknown',
            last ? `已${since}天没有报进度（最长${every}天）。` : '还没有报过进度，实际情况未知。',
            last ? `No report for ${since} days (at most ${every}).` : 'Progress was never reported; how it stands is unknown.',
          ),
        ]
      : []),
    ...(last && last.percent > 0 && last.photos.length === 0
      ? [light('no-photo', 'amber', '最近一次进度没有照片。', 'The last report has no photo.')]
      : []),
  ]
}

function contractLights({ project, contracts }: Watched, pack: PolicyPack, today: string): Light[] {
  const alarm = countOf(numberIn(pack, 'guarantee-alarm-days', project))
  return contracts
    .filter(contract => contract.state === 'signed' && contract.guarantee)
    .flatMap(({ guarantee, number }) => {
      const left = daysBetween(today, guarantee?.expiresOn ?? today)
      if (left > alarm) return []
      return [
        left < 0
          ? light(
              'guarantee-expired',
              'red',
              `合同${number}的担保已于${guarantee?.expiresOn}到期。`,
              `The guarantee of ${number} ended on ${guarantee?.expiresOn}.`,
            )
          : light(
              'guarantee-expiring',
              'amber',
              `合同${number}的担保还有${left}天到期。`,
              `The guarantee of ${number} ends in ${left} days.`,
            ),
      ]
    })
}

function paperLights({ project, stage }: Watched, today: string): Light[] {
  const begun = today >= project.start
  return [
    ...(begun && project.disclosureUrl === ''
      ? [light('not-disclosed', 'amber', '没有填写信息公开网址。', 'There is no link to the disclosure.')]
      : []),
    ...(begun && (project.decisionBody === '' || project.decisionDocument === '')
      ? [light('no-decision-document', 'amber', '没有填写决策单位或决策文件。', 'The decision body or document is missing.')]
      : []),
    ...(today > project.end && stage !== 'accepted' && stage !== 'stopped' && stage !== 'completed'
      ? [light('past-end', 'red', `已过计划完成日${project.end}。`, `Past its planned end ${project.end}.`)]
      : []),
  ]
}

/** The lights of a project with their reasons; none means green. Finished projects are judged no more. */
export function lightsOf(watched: Watched, pack: PolicyPack, today: string): Light[] {
  if (watched.stage === 'accepted' || watched.stage === 'stopped') return contractLights(watched, pack, today)
  const pace = watched.stage === 'completed' ? [] : paceLights(watched, pack, today)
  return [...pace, ...contractLights(watched, pack, today), ...paperLights(watched, today)]
}

const order: readonly LightTone[] = ['red', 'amber', 'unknown', 'green']

/** The colour shown: the worst of the reasons. */
export const worstLight = (lights: readonly Light[]): LightTone => order.find(tone => lights.some(each => each.tone === tone)) ?? 'green'
