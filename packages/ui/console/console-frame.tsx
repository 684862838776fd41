import type { ReactNode } from 'react'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import enUS from 'antd/es/locale/en_US.js'
import { useLanguage, useTextSize } from '../preferences.ts'
import { themeFor } from './theme.ts'

/** Gives Ant Design its theme and language; every console page stands inside one. */
export function ConsoleFrame({ children }: { children: ReactNode }): ReactNode {
  const language = useLanguage()
  const textSize = useTextSize()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={themeFor(textSize)} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
