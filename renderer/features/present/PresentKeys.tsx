import { Dialog } from '../../components/Dialog.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './PresentKeys.module.css'
import { PANELS } from './panels.ts'

const KEYS = [
  ['→ ←', 'Next and previous case'],
  ['↓ ↑ or Page Down, Page Up', 'Next and previous panel'],
  [`1 to ${PANELS.length}`, PANELS.map(({ title }) => title).join(', ')],
  ['. ,', 'Highlight the next or previous row'],
  ['S', 'Spotlight around the pointer'],
  ['F1 or ?', 'This list'],
  ['Ctrl L', 'Lock'],
  ['Esc', 'End: no patient stays on the screen'],
] as const

/** Every key of a presentation. */
export function PresentKeys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys while presenting" onClose={onClose} width="wide">
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <Shortcut keys={keys} />
              <span className="visually-hidden">{keys}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
