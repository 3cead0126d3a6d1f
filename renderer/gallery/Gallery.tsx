import { useState } from 'react'
import { THEMES, type UserSettings } from '../../shared/ipc/contract.ts'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { THEME_LABEL, useTheme } from '../features/session/settings.ts'
import { Actions } from './Actions.tsx'
import { Fields } from './Fields.tsx'
import styles from './Gallery.module.css'
import { Marks } from './Marks.tsx'
import { MeetingParts } from './MeetingParts.tsx'
import { Messages } from './Messages.tsx'
import { SkinParts } from './SkinParts.tsx'
import { Tokens } from './Tokens.tsx'

/** Every component in every state, and every token, in the theme chosen. */
export function Gallery() {
  const [theme, setTheme] = useState<UserSettings['theme']>('light')
  useTheme(theme)
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>Components</h1>
        <SegmentedControl
          label="Theme"
          value={theme}
          segments={THEMES.map(value => ({ value, label: THEME_LABEL[value] }))}
          onChange={setTheme}
        />
      </header>
      <main className={styles.main}>
        <Actions />
        <Fields />
        <MeetingParts />
        <SkinParts />
        <Messages />
        <Marks />
        <Tokens key={theme} />
      </main>
    </div>
  )
}
