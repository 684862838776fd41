import { useState } from 'react'
import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { Button, useText } from '@jincun/ui'
import { messages } from './administration-messages.ts'

const nation = '000000'

/** Chooses a place for a form's field `placeCode`; the nation has no entry among the places and gets a button. */
export function PlaceField({ label, error }: { label: string; error: string | undefined }): ReactNode {
  const t = useText(messages)
  const [code, setCode] = useState('')
  return (
    <div className="place-field">
      {code === nation ? (
        <p>
          {label}：{t('nation')}{' '}
          <Button kind="quiet" onClick={() => setCode('')}>
            {t('otherPlace')}
          </Button>
        </p>
      ) : (
        <>
          <PlacePicker
            label={label}
            value={code}
            onChange={place => setCode(place?.code ?? '')}
            levels={['province', 'county']}
            error={error}
          />
          <Button kind="quiet" onClick={() => setCode(nation)}>
            {t('nation')}
          </Button>
        </>
      )}
      <input type="hidden" name="placeCode" value={code} />
    </div>
  )
}
