import type { ReactNode } from 'react'
import type { PolicyListEntry } from '@jincun/policy'
import { Button, Notice, Select, useBilingual, useText } from '@jincun/ui'
import { isLeaf } from '../index.ts'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { useSpendingChecks } from './use-checks.ts'
import type { SpendingCheck } from './use-checks.ts'
import './projects.css'

const tones = { passes: 'met', referred: 'should', prohibited: 'must' } as const satisfies Record<SpendingCheck['verdict'], string>

/** Leaves of the published tree under their headings; what is prohibited says so. */
export function useCategoryChoices(categories: readonly PolicyListEntry[]): { value: string; label: string }[] {
  const inLanguage = useBilingual()
  const t = useText(planMessages)
  return categories
    .filter(entry => isLeaf(entry, categories))
    .map(entry => {
      const parent = categories.find(({ id }) => id === entry.parent)
      const own = parent ? `${inLanguage(parent.term)} / ${inLanguage(entry.term)}` : inLanguage(entry.term)
      return { value: entry.id, label: entry.negative ? `${own}（${t('prohibited')}）` : own }
    })
}

type CategoryFieldProps = {
  county: string
  year: number
  categories: readonly PolicyListEntry[]
  spending: { lineId: string; name: string; under: string; centralFen: string }
  value: string
  onChange: (category: string) => void
}

/** The kind of spending of one line: the program proposes by the name, a person chooses; what the negative list says stands below (3.6). */
export function CategoryField({ county, year, categories, spending, value, onChange }: CategoryFieldProps): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const choices = useCategoryChoices(categories)
  const named = spending.name.trim() !== ''
  const check = useSpendingChecks(county, year, named ? [{ ...spending, category: value }] : [])?.[0]
  const proposed = (check?.proposed ?? []).map(id => choices.find(choice => choice.value === id)).filter(choice => choice !== undefined)
  return (
    <div className="category-field">
      <Select
        label={t('category')}
        required
        value={value}
        choices={[{ value: '', label: common('choose') }, ...choices]}
        onChange={event => onChange(event.target.value)}
      />
      {named && check && value === '' ? (
        <div>
          <p className="quiet">{t(proposed.length > 0 ? 'proposals' : 'noProposal')}</p>
          <div className="form-bar">
            {proposed.map(choice => (
              <Button key={choice.value} onClick={() => onChange(choice.value)}>
                {choice.label}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
      {check && value !== '' ? <Notice tone={tones[check.verdict]}>{inLanguage(check.finding.message)}</Notice> : null}
    </div>
  )
}
