import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'
import type { ProjectStage } from './project.ts'

const finished: Bare = {
  kind: 'wrong-state',
  code: 'project-finished',
  message: {
    zh: '项目已验收或终止，不能再采购、签合同或改阶段；还要建设的内容请在方案变更后另立项目。',
    en: 'The project is accepted or stopped: no procurement, contract or stage follows. Have the plan changed and enter a new project.',
  },
}

/** Whether anything may still be bought, contracted or moved on for a project: not once it is accepted or stopped (6.2). */
export const isOpen = (stage: ProjectStage): boolean => stage !== 'accepted' && stage !== 'stopped'

/** The same as an answer; the refusal names the clause of the project's year. */
export const projectOpen = (stage: ProjectStage, year: number): Result<true> =>
  isOpen(stage) ? accept(true) : refuse(citing(finished, clausesOf(year).register))
