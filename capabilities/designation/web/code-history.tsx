import type { CodeChange, CountyView } from '@jincun/places'
import type { ReactNode } from 'react'
import { Link, Notice, useBilingual, useText } from '@jincun/ui'
import { cardMessages } from './card-messages.ts'
import { usePaths } from './paths.ts'
import { SourceText } from './source-text.tsx'

function ChangeLine({ change, into }: { change: CodeChange; into: boolean }): ReactNode {
  const t = useText(cardMessages)
  const inLanguage = useBilingual()
  const paths = usePaths()
  const [code, name] = into ? [change.from, change.fromName] : [change.to, change.toName]
  return (
    <li>
      <span>{into ? t('changedFrom', { from: code, name }) : t('changedTo', { to: code, name })}</span> ·{' '}
      {t(`precision_${change.precision}`, { day: change.changedOn })} · {inLanguage(change.reason)} ·{' '}
      <Link href={paths.county(code)}>{t('opensSuccessor', { name, code })}</Link>
      <div className="quiet">
        <SourceText source={change.source} />
      </div>
    </li>
  )
}

/** How the county's code came and went; nothing when it never changed. */
export function CodeHistory({ county }: { county: CountyView }): ReactNode {
  const t = useText(cardMessages)
  if (county.changesInto.length === 0 && !county.changeFrom) return null
  return (
    <section className="card-section">
      <h2>{t('codeHistory')}</h2>
      <ul className="code-history">
        {county.changesInto.map(change => (
          <ChangeLine key={change.from} change={change} into />
        ))}
        {county.changeFrom ? <ChangeLine change={county.changeFrom} into={false} /> : null}
      </ul>
    </section>
  )
}

/** Says at the top when this is not the code in force, or not a county unit. */
export function CodeNotices({ county }: { county: CountyView }): ReactNode {
  const t = useText(cardMessages)
  const { changeFrom, code, kind } = county
  return (
    <>
      {changeFrom ? (
        <Notice tone="info">{t('noLongerInForce', { code, day: changeFrom.changedOn, name: changeFrom.toName, to: changeFrom.to })}</Notice>
      ) : null}
      {kind === 'statistical-area' ? <Notice tone="info">{t('notACounty')}</Notice> : null}
      {kind === 'undivided-city' ? <Notice tone="info">{t('undividedCity')}</Notice> : null}
    </>
  )
}
