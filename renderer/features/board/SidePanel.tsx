import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../../components/Button.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './SidePanel.module.css'

type Props = Readonly<{ title: string; onClose: () => void; children: ReactNode }>

/** What stands beside the board and leaves it in view; Escape closes it. */
export function SidePanel({ title, onClose, children }: Props) {
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    // A field that was opened to be typed in has the focus already.
    if (panel.current?.contains(document.activeElement) !== true) panel.current?.focus()
  }, [])
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={heading}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <Button look="plain" onPress={onClose}>
          Close <Shortcut keys="Esc" />
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
