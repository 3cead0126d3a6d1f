import { useState } from 'react'
import { SIGN_LABEL, SIGNS } from '../../../shared/codes/skin/assessment.ts'
import {
  REASSESSMENT_REFERENCE,
  REFERENCE_TABLES,
  type ReferenceTable,
} from '../../../shared/skin/reference.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import styles from './ReferenceDialog.module.css'

const TAB = {
  presentation: 'Presentation and mimics',
  benignOrMetastasis: 'Benign or metastasis',
  appearanceAndSubtype: 'Appearance and subtype',
} as const satisfies Record<ReferenceTable['id'], string>

/** The tables of the sources as printed there, each with its source and what speaks against it; nothing is worked out from them. */
export function ReferenceDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const [shown, setShown] = useState<ReferenceTable['id'] | 'reassessment'>('presentation')
  return (
    <Dialog title="Skin reference" onClose={onClose} width="wide">
      <p className={styles.lead}>
        To read beside the patient. Nothing that is recorded is worked out from these tables.
      </p>
      <Tabs
        label="Reference tables"
        selected={shown}
        onSelect={setShown}
        tabs={[
          ...REFERENCE_TABLES.map(table => ({
            key: table.id,
            label: TAB[table.id],
            content: <Table table={table} />,
          })),
          { key: 'reassessment', label: 'Reassessment', content: <Reassessment /> },
        ]}
      />
    </Dialog>
  )
}

function Table({ table }: Readonly<{ table: ReferenceTable }>) {
  return (
    <div className={styles.reference}>
      <table className={styles.table}>
        <caption className={styles.title}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={table.columns[column + 1] ?? cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.source}>Source: {table.source}</p>
      <ul className={styles.cautions} aria-label="Caution">
        {table.cautions.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function Reassessment() {
  const { heading, remarks, source } = REASSESSMENT_REFERENCE
  return (
    <div className={styles.reference}>
      <h3 className={styles.title}>{heading}</h3>
      <ul className={styles.signs}>
        {SIGNS.map(sign => (
          <li key={sign}>{SIGN_LABEL[sign]}</li>
        ))}
      </ul>
      <p className={styles.source}>Source: {source}</p>
      <ul className={styles.cautions} aria-label="Caution">
        {remarks.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
