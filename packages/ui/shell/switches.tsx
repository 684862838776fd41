import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { changePreferences, useLanguage, useTextSize } from '../preferences.ts'
import { uiMessages } from '../ui-messages.ts'

/** Language and size of type; both are remembered on this machine. */
export function Switches(): ReactNode {
  const t = useText(uiMessages)
  const language = useLanguage()
  const textSize = useTextSize()
  return (
    <>
      <button
        type="button"
        className="bar-button"
        aria-pressed={textSize === 'large'}
        onClick={() => changePreferences({ textSize: textSize === 'large' ? 'normal' : 'large' })}
      >
        {t(textSize === 'large' ? 'normalText' : 'largeText')}
      </button>
      <button
        type="button"
        className="bar-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => changePreferences({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {t('language')}
      </button>
    </>
  )
}
