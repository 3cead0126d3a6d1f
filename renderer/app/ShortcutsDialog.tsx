import { Fragment } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { Shortcut } from '../components/Shortcut.tsx'
import { keyWords } from '../components/shortcuts.ts'
import { COMMAND_IDS, infoOf } from '../features/palette/catalogue.ts'
import { COMMAND_GROUPS, GROUP_TITLE } from '../features/palette/commands/commandInfo.ts'
import { PART_KEYS } from '../features/palette/partKeys.ts'
import styles from './ShortcutsDialog.module.css'

type Line = Readonly<{ keys: readonly string[]; does: string }>

const TABLES: readonly Readonly<{ title: string; lines: readonly Line[] }>[] = [
  ...COMMAND_GROUPS.map(group => ({
    title: GROUP_TITLE[group],
    lines: COMMAND_IDS.map(infoOf)
      .filter(info => info.group === group && info.keys !== undefined)
      .map(({ keys = [], title }) => ({ keys: keys.map(keyWords), does: title })),
  })),
  ...PART_KEYS.map(({ title, keys }) => ({
    title,
    lines: keys.map(line => ({ keys: [line.keys], does: line.does })),
  })),
]

/** Every key that does something, as the list of commands has it. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width="wide">
      <div className={styles.groups}>
        {TABLES.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => (
          <KeyTable key={title} title={title} lines={lines} />
        ))}
      </div>
      <p className={styles.note}>
        Commands without a key are found with Ctrl K. Single letters can be switched off there.
      </p>
    </Dialog>
  )
}

function KeyTable({ title, lines }: { title: string; lines: readonly Line[] }) {
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
        {lines.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && ' or '}
                  <Shortcut keys={key} />
                  <span className="visually-hidden">{key}</span>
                </Fragment>
              ))}
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
