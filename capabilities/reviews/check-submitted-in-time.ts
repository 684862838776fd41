import { formatShanghai } from '@jincun/kernel'
import { deadlineOf } from '@jincun/policy'
import type { Bilingual, ParameterForYear } from '@jincun/policy'
import type { Judgement, ListCheck } from './list-check.ts'
import type { ListSubject } from './ranked-list.ts'

/**
 * Whether something is handed in before the end of its last day in Asia/Shanghai: "by 29 May" passes at 23:59:59 on the 29th and not a
 * second later. Only a recorded ruling of the centre moves the end, and the finding names it. `late` says what follows from lateness.
 */
export function judgeDeadline(subject: Pick<ListSubject, 'at' | 'extension'>, deadline: ParameterForYear, late: Bilingual): Judgement {
  const closes = subject.extension?.until ?? deadlineOf(deadline)
  const inTime = subject.at.getTime() < closes.getTime()
  const at = formatShanghai(subject.at)
  const end = subject.extension ? formatShanghai(subject.extension.until) : `${deadline.value} 24:00`
  const by = subject.extension
    ? { zh: `（依据裁定${subject.extension.ruling}）`, en: ` (ruling ${subject.extension.ruling})` }
    : { zh: '', en: '' }
  return {
    status: inTime ? 'met' : 'unmet',
    measured: at,
    required: `< ${end}`,
    message: inTime
      ? { zh: `${at}（北京时间）在截止${end}${by.zh}之前。`, en: `${at} (Beijing time) is before ${end}${by.en}.` }
      : { zh: `${at}（北京时间）已过截止${end}${by.zh}，${late.zh}`, en: `${at} (Beijing time) is past ${end}${by.en}: ${late.en}` },
    rows: [],
  }
}

/** 五（二）: 应于5月29日前…报三部门。逾期或未按规定报送的，视同自动放弃. */
export const checkSubmittedInTime: ListCheck = (subject, number) =>
  judgeDeadline(subject, number('deadline'), {
    zh: '视同自动放弃；须由三部门作出裁定后方可重新报送。',
    en: 'forfeited; only a recorded ruling of the centre reopens it.',
  })
