import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './NoticeBar.module.css'

export type Notice = Readonly<{
  /** A new notice has a new key, so that it is read out again. */
  key: string
  text: string
  tone: 'done' | 'problem'
  action?: Readonly<{ label: string; onPress: () => void }>
}>

/** What was just done, with its undo, at the foot of the screen; read out politely and kept until it is closed or replaced. */
export function NoticeBar({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {notice !== null && (
        <div key={notice.key} className={`${styles.bar ?? ''} ${styles[notice.tone] ?? ''}`}>
          <Words>{notice.text}</Words>
          {notice.action !== undefined && (
            <Button look="chrome" className={styles.action} onPress={notice.action.onPress}>
              {notice.action.label}
            </Button>
          )}
          <Button look="chrome" onPress={onClose}>
            Close
          </Button>
        </div>
      )}
    </div>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <span className={styles.words}>{children}</span>
}
