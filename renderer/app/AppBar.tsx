import type { ReactNode } from 'react'
import { ROLE_LABEL } from '../../shared/access/role.ts'
import { SCALES, type Scale, THEMES, type UserSettings } from '../../shared/ipc/contract.ts'
import { Button } from '../components/Button.tsx'
import { MenuButton } from '../components/MenuButton.tsx'
import { Shortcut } from '../components/Shortcut.tsx'
import type { OpenSession } from '../features/session/session.ts'
import { THEME_LABEL } from '../features/session/settings.ts'
import styles from './AppBar.module.css'

export const SCREENS = [
  { key: 'meetings', label: 'Meetings', shortcut: 'M' },
  { key: 'patients', label: 'Patients', shortcut: 'G' },
  { key: 'actions', label: 'Actions', shortcut: undefined },
] as const
export type ScreenKey = (typeof SCREENS)[number]['key']

type Props = Readonly<{
  session: OpenSession
  /** Which screen this is; null on a board. */
  at: ScreenKey | null
  onGo: (screen: ScreenKey) => void
  /** Back to the list from which a board was opened; null where there is none. */
  onBack: (() => void) | null
  /** The field that finds a patient, where the screen has none of its own. */
  find: ReactNode
  /** Takes the element in which a screen puts buttons of its own. */
  onTools: (element: HTMLElement | null) => void
  /** Null where there is nothing to present. */
  onPresent: (() => void) | null
  /** Null where there is nothing to print. */
  onPrint: (() => void) | null
  onHelp: (which: 'commands' | 'shortcuts' | 'about') => void
  theme: UserSettings['theme']
  onTheme: (theme: UserSettings['theme']) => void
  scale: Scale
  onScale: (scale: Scale) => void
  onLock: () => void
}>

/** Tells the styles how high the bar is, for what stands fixed below it. */
function keepHeight(bar: HTMLElement | null) {
  if (bar === null) return
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`)
  })
  observer.observe(bar)
  return () => observer.disconnect()
}

/** The bar at the top of every screen of an open workspace. */
export function AppBar({
  session,
  at,
  onGo,
  onBack,
  find,
  onTools,
  onPresent,
  onPrint,
  onHelp,
  theme,
  onTheme,
  scale,
  onScale,
  onLock,
}: Props) {
  return (
    <header className={styles.bar} ref={keepHeight}>
      <strong className={styles.name}>MetBoard</strong>
      <nav aria-label="Screens">
        {SCREENS.map(({ key, label, shortcut }) => (
          <button
            key={key}
            type="button"
            className={styles.screen}
            aria-current={at === key ? 'page' : undefined}
            aria-keyshortcuts={shortcut}
            onClick={() => onGo(key)}
          >
            {label}
          </button>
        ))}
      </nav>
      {onBack !== null && (
        <Button look="chrome" onPress={onBack} keyShortcuts="B">
          Back to the list <Shortcut keys="B" />
        </Button>
      )}
      <div className={styles.tools} ref={onTools} />
      <div className={styles.right}>
        {find}
        {onPresent !== null && (
          <Button look="chrome" onPress={onPresent} keyShortcuts="P F5">
            Present <Shortcut keys="F5" />
          </Button>
        )}
        {onPrint !== null && (
          <Button look="chrome" onPress={onPrint} keyShortcuts="Control+P">
            Print <Shortcut keys="Ctrl P" />
          </Button>
        )}
        <MenuButton
          look="chrome"
          label="Theme"
          selected={theme}
          choices={THEMES.map(key => ({ key, label: THEME_LABEL[key] }))}
          onChoose={onTheme}
        />
        <MenuButton
          look="chrome"
          label="Size"
          selected={String(scale)}
          choices={SCALES.map(one => ({ key: String(one), label: percent(one) }))}
          onChoose={key => onScale(SCALES.find(one => String(one) === key) ?? scale)}
        />
        <MenuButton
          look="chrome"
          label="Help"
          choices={[
            { key: 'commands', label: 'Find a command', keys: 'Ctrl K' },
            { key: 'shortcuts', label: 'Keyboard shortcuts', keys: 'F1' },
            { key: 'about', label: 'About MetBoard' },
          ]}
          onChoose={onHelp}
        />
        <span className={styles.who} title={whoIs(session)}>
          <span className={styles.around}>{session.workspace.name} · </span>
          {session.user.name}
          <span className={styles.around}> · {ROLE_LABEL[session.user.role]}</span>
        </span>
        <Button look="chrome" onPress={onLock} keyShortcuts="Control+L">
          Lock <Shortcut keys="Ctrl L" />
        </Button>
      </div>
    </header>
  )
}

function whoIs({ workspace, user }: OpenSession): string {
  return `${workspace.name} · ${user.name} · ${ROLE_LABEL[user.role]}`
}

function percent(scale: Scale): string {
  return `${Math.round(scale * 100)}\u2009%`
}
