import type { ReactNode } from 'react'
import type { ClauseRef } from '@jincun/policy'
import { Link } from '../navigate.tsx'
import { useLanguage } from '../preferences.ts'

/** 'notice-2020/5.1' → '2020年通知 5.1'; an unknown kind of source keeps its own name. */
export function clauseLabel(clause: ClauseRef, language: 'zh' | 'en'): string {
  const [source = '', id = ''] = clause.split('/')
  const year = /^notice-(\d{4})$/.exec(source)?.[1]
  if (!year) return `${source} ${id}`
  return language === 'zh' ? `${year}年通知 ${id}` : `${year} notice ${id}`
}

/** Where a clause is explained: the page 规则与依据. */
export const clauseAddress = (clause: ClauseRef): string => `/rules?clause=${encodeURIComponent(clause)}`

/** The clause a number, rule or deadline rests on; opens it. */
export function ClauseLink({ clause }: { clause: ClauseRef }): ReactNode {
  return (
    <Link href={clauseAddress(clause)} className="clause-link">
      {clauseLabel(clause, useLanguage())}
    </Link>
  )
}
