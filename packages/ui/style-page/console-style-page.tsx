import { useState } from 'react'
import type { ReactNode } from 'react'
import { Alert, Button, Checkbox, DatePicker, Input, InputNumber, Radio, Select, Steps, Switch, Tabs, Tag } from 'antd'
import { ButtonLink } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { ConfirmButton, ConsoleFrame, DifferenceView, FindingPanel, Section, UploadWithErrors } from '../console/index.ts'
import { useText } from '../messages.ts'
import { useNow } from '../session.ts'
import { exampleFindings } from './examples.ts'
import { messages } from './messages.ts'
import './style-page.css'

function Controls(): ReactNode {
  const t = useText(messages)
  return (
    <Section title={t('controls')}>
      <p className="row">
        <Button type="primary">{t('submit')}</Button>
        <Button>{t('save')}</Button>
        <Button type="link">{t('more')}</Button>
        <Button disabled>{t('disabled')}</Button>
        <ConfirmButton label={t('submit')} title={t('dialogue')} consequences={t('consequences')} onConfirm={async () => true} />
      </p>
      <p className="row">
        <Input className="style-input" aria-label={t('name')} defaultValue="西昌市" />
        <InputNumber aria-label={t('amount')} defaultValue={1850} />
        <Select aria-label={t('province')} defaultValue="51" options={[{ value: '51', label: '四川省' }]} />
        <DatePicker aria-label={t('deadlines')} />
        <Switch aria-label={t('state')} defaultChecked />
        <Checkbox>{t('demo')}</Checkbox>
        <Radio.Group
          options={[
            { value: 'a', label: t('table') },
            { value: 'b', label: t('map') },
          ]}
          defaultValue="a"
        />
        <Tag>{t('status')}</Tag>
      </p>
      <Tabs
        items={[
          { key: 'table', label: t('table'), children: t('body') },
          { key: 'map', label: t('map'), children: t('small') },
        ]}
      />
      <Steps current={1} items={[{ title: t('save') }, { title: t('submit') }, { title: t('heading3') }]} />
      <Alert type="info" title={t('noteInfo')} />
    </Section>
  )
}

/** What the consoles add: Ant Design in our theme and the parts built on it. */
export default function ConsoleStylePage(): ReactNode {
  const t = useText(messages)
  const [reasons, setReasons] = useState<Record<string, string>>({})
  return (
    <ConsoleFrame>
      <div className="style-page">
        <PageHeader
          title={t('consoleTitle')}
          lead={t('consoleLead')}
          asOf={useNow().toISOString()}
          actions={<ButtonLink href="/style">{t('toLight')}</ButtonLink>}
        />
        <Controls />
        <FindingPanel
          title={t('findings')}
          findings={exampleFindings}
          reasons={reasons}
          onReason={(code, reason) => setReasons({ ...reasons, [code]: reason })}
        />
        <Section title={t('upload')}>
          <UploadWithErrors path="/api/style" accept=".csv,.xlsx" hint={t('uploadHint')} onDone={() => undefined} />
        </Section>
        <Section title={t('differences')}>
          <DifferenceView
            caption={t('differences')}
            differences={[
              { path: 'goals.0', label: t('goal'), before: '1200 万元', after: '1500 万元' },
              { path: 'contact', label: t('contact'), before: null, after: '张三' },
            ]}
          />
        </Section>
      </div>
    </ConsoleFrame>
  )
}
