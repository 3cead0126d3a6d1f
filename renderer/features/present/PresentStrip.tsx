import { Button } from '../../components/Button.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './PresentStrip.module.css'
import { PANELS, type PanelKey } from './panels.ts'

type Props = Readonly<{
  panel: PanelKey
  onPanel: (panel: PanelKey) => void
  /** Which case of how many, from 0. */
  at: number
  of: number
  /** Types the outcome; null outside of a meeting. */
  onOutcome: (() => void) | null
  onHelp: () => void
  onEnd: () => void
}>

/** At the foot: the panels with their keys, which case this is, and how to end. */
export function PresentStrip({ panel, onPanel, at, of, onOutcome, onHelp, onEnd }: Props) {
  return (
    <footer className={styles.strip}>
      <nav className={styles.panels} aria-label="Panels">
        {PANELS.map(({ key, title }, index) => (
          <button
            key={key}
            type="button"
            className={styles.panel}
            aria-current={key === panel ? 'page' : undefined}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onPanel(key)}
          >
            <span className={styles.key} aria-hidden="true">
              {index + 1}
            </span>{' '}
            {title}
          </button>
        ))}
      </nav>
      <p className={styles.place} role="status">
        Case {at + 1} of {of}
      </p>
      {onOutcome !== null && (
        <Button look="chrome" onPress={onOutcome} keyShortcuts="O">
          Outcome <Shortcut keys="O" />
        </Button>
      )}
      <Button look="chrome" onPress={onHelp} keyShortcuts="?">
        Keys <Shortcut keys="?" />
      </Button>
      <Button look="chrome" onPress={onEnd} keyShortcuts="Escape">
        End <Shortcut keys="Esc" />
      </Button>
    </footer>
  )
}
