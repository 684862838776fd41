import { useText } from '../messages.ts'
import type { Page } from '../page.ts'
import { useMay } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { useCapabilities, useRoundYear } from './capabilities-context.ts'
import { groupTitle, navigationOf } from './navigation.ts'
import type { NavigationSection } from './navigation.ts'

/** The navigation of a shell for whoever looks, with the titles of its groups. */
export function useNavigation(shell: Page['shell']): readonly (NavigationSection & { title: string })[] {
  const t = useText(uiMessages)
  const may = useMay()
  const sections = navigationOf(useCapabilities(), shell, useRoundYear(), shell === 'public' ? action => action === undefined : may)
  return sections.map(section => ({ ...section, title: t(groupTitle[section.group]) }))
}
