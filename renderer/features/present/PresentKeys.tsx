import { Dialog } from '../../components/Dialog.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './PresentKeys.module.css'
import { PRESENT_KEYS } from './panels.ts'

/** Every key of a presentation. */
export function PresentKeys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys while presenting" onClose={onClose} width="wide">
      <dl className={styles.keys}>
        {PRESENT_KEYS.map(({ keys, does }) => (
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
