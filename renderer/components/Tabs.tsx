import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './Tabs.module.css'

export type TabItem<K extends string> = Readonly<{
  key: K
  label: ReactNode
  content: ReactNode
  /** Buttons at the right of the tabs, while this one is shown. */
  actions?: ReactNode
}>

type Props<K extends string> = Readonly<{
  label: string
  tabs: readonly TabItem<K>[]
  selected: K
  onSelect: (key: K) => void
  className?: string | undefined
}>

/** Several panels in the place of one. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, className }: Props<K>) {
  return (
    <AriaTabs
      className={cx(styles.tabs, className)}
      selectedKey={selected}
      onSelectionChange={key => {
        const next = tabs.find(tab => tab.key === key)
        if (next !== undefined) onSelect(next.key)
      }}
    >
      <div className={styles.head}>
        <TabList aria-label={label} className={styles.list ?? ''}>
          {tabs.map(tab => (
            <Tab key={tab.key} id={tab.key} className={styles.tab ?? ''}>
              {tab.label}
            </Tab>
          ))}
        </TabList>
        <div className={styles.actions}>{tabs.find(tab => tab.key === selected)?.actions}</div>
      </div>
      {tabs.map(tab => (
        <TabPanel key={tab.key} id={tab.key} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
