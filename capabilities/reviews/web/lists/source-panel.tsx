import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ButtonLink, formatInstant, Loaded, ProblemNotice, Select, useApi, useSend, useText } from '@jincun/ui'
import { UploadWithErrors } from '@jincun/ui/console'
import type { RankedListEntry } from '../../index.ts'
import { messages } from './messages.ts'
import type { ListDraft } from './use-list-draft.ts'
import { listPath, renumber } from './view.ts'
import type { ListView, Source } from './view.ts'

type PanelProps = { view: ListView; draft: ListDraft }

/** Reviews and earlier lists to choose; in the order chosen they make the list. */
function ChooseSources({ view, draft }: PanelProps): ReactNode {
  const t = useText(messages)
  const query = useApi<{ sources: Source[] }>(`${listPath(view)}/sources`)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { send, sending, problem } = useSend<{ entries: RankedListEntry[] }>()
  const use = async (sources: readonly Source[]): Promise<void> => {
    const answer = await send(`${listPath(view)}/combination`, { references: chosen })
    const first = sources.find(source => source.reference === chosen[0])
    if (answer && first)
      draft.change({ entries: answer.entries, basis: { ...draft.content.basis, kind: first.kind, reference: first.reference } })
  }
  const toggle = (reference: string) =>
    setChosen(now => (now.includes(reference) ? now.filter(each => each !== reference) : [...now, reference]))
  return (
    <Loaded query={query}>
      {({ sources }) =>
        sources.length === 0 ? (
          <p className="quiet">{t('noSource')}</p>
        ) : (
          <fieldset className="list-sources">
            <legend>{t('useReview')}</legend>
            <p className="quiet">{t('sourceHint')}</p>
            {sources.map(source => (
              <label key={source.reference}>
                <input type="checkbox" checked={chosen.includes(source.reference)} onChange={() => toggle(source.reference)} />
                <span>
                  {chosen.includes(source.reference) ? <b className="number">{chosen.indexOf(source.reference) + 1}. </b> : null}
                  {t(source.kind === 'review' ? 'review' : 'earlier', {
                    title: source.title,
                    when: formatInstant(source.at),
                    n: source.entries.length,
                  })}
                </span>
              </label>
            ))}
            <Button busy={sending} disabled={chosen.length === 0} onClick={() => void use(sources)}>
              {t('useChosen', { n: chosen.length })}
            </Button>
            <ProblemNotice problem={problem} />
          </fieldset>
        )
      }
    </Loaded>
  )
}

/** Applications taken into review that are not on the list yet. */
function AddCandidate({ view, draft }: PanelProps): ReactNode {
  const t = useText(messages)
  const listed = new Set(draft.content.entries.map(entry => entry.countyCode))
  const open = view.candidates.filter(candidate => candidate.state === 'accepted-for-review' && !listed.has(candidate.countyCode))
  const [code, setCode] = useState('')
  const picked = open.find(candidate => candidate.countyCode === code) ?? open[0]
  if (!picked) return <p className="quiet">{t('noCandidate')}</p>
  const add = () =>
    draft.change({
      entries: renumber([...draft.content.entries, { rank: null, countyCode: picked.countyCode, type: picked.type, score: null }]),
    })
  return (
    <div className="list-candidates">
      <Select
        label={t('candidates')}
        value={picked.countyCode}
        onChange={event => setCode(event.target.value)}
        choices={open.map(candidate => ({ value: candidate.countyCode, label: `${candidate.name} ${candidate.countyCode}` }))}
      />
      <Button onClick={add}>{t('add')}</Button>
    </div>
  )
}

/** The three ways to fill the list: a review or an earlier list, a file, one application after another. */
export function SourcePanel({ view, draft }: PanelProps): ReactNode {
  const t = useText(messages)
  return (
    <div className="list-source-panel">
      <ChooseSources view={view} draft={draft} />
      <AddCandidate view={view} draft={draft} />
      <details>
        <summary>{t('upload')}</summary>
        <UploadWithErrors<{ entries: RankedListEntry[] }>
          path={`${listPath(view)}/file`}
          accept=".csv,.xlsx"
          hint={t('uploadHint')}
          onDone={({ entries }) => draft.change({ entries })}
        />
        <ButtonLink href={`${listPath(view)}/template`} download kind="quiet">
          {t('template')}
        </ButtonLink>
      </details>
    </div>
  )
}
