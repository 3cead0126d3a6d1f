import { Dialog } from '../components/Dialog.tsx'
import { Shortcut } from '../components/Shortcut.tsx'
import styles from './ShortcutsDialog.module.css'

type Key = readonly [keys: string, does: string]

const EVERYWHERE: readonly Key[] = [
  ['Ctrl K', 'Find a patient'],
  ['Ctrl L', 'Lock'],
  ['F1 or ?', 'This list'],
  ['Esc', 'Close what is open'],
  ['Tab, Shift Tab', 'Next and previous part'],
]

const PATIENTS: readonly Key[] = [
  ['N', 'New patient'],
  ['↓ ↑', 'Next and previous patient'],
  ['Enter', 'Open the patient'],
]

const BOARD: readonly Key[] = [
  ['↓ ↑', 'Next and previous row of a panel'],
  ['Enter or Space', 'Select; Enter again edits'],
  ['A', 'Add: site, specimen, treatment, imaging, …'],
  ['E', 'Edit what is selected'],
  ['Delete', 'Remove what is selected; it can be undone'],
  ['H', 'History of what is selected, or of the case'],
  ['Q', 'Write the question for the meeting'],
  ['Ctrl Z', 'Undo'],
  ['Ctrl Shift Z', 'Redo'],
  ['Ctrl P', 'Preview and print the summary'],
]

/** Every key that does something. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width="wide">
      <div className={styles.groups}>
        <KeyTable title="Everywhere" keys={EVERYWHERE} />
        <KeyTable title="Patients" keys={PATIENTS} />
        <KeyTable title="The board" keys={BOARD} />
      </div>
    </Dialog>
  )
}

function KeyTable({ title, keys }: { title: string; keys: readonly Key[] }) {
  return (
    <table className={styles.keys}>
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Key</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <Shortcut keys={key} />
              <span className="visually-hidden">{key}</span>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
