import { useId, useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import {
  type ComparedSide,
  type ComparisonRow,
  type Pair,
  type SpecimenComparison,
  specimenComparison,
} from '../../../shared/board/specimenComparison.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { ConflictTag } from '../../components/ConflictTag.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FactText } from '../../components/FactText.tsx'
import { Flag } from '../../components/Flag.tsx'
import styles from './CompareDialog.module.css'

type Props = Readonly<{
  of: Case
  board: Board
  pair: Pair
  onPair: (pair: Pair) => void
  onClose: () => void
}>

/** Two specimens side by side: everything recorded of both, what differs marked, and what cannot be said. */
export function CompareDialog({ of, board, pair, onPair, onClose }: Props) {
  const { cutoff } = board.rule
  const comparison = useMemo(() => specimenComparison(of, { cutoff, ...pair }), [of, cutoff, pair])
  return (
    <Dialog title="Compare two specimens" onClose={onClose} width="full">
      <div className={styles.choices}>
        <Choice
          label="First specimen"
          board={board}
          value={pair.first}
          onChange={first =>
            onPair({ first, second: first === pair.second ? pair.first : pair.second })
          }
        />
        <Button onPress={() => onPair({ first: pair.second, second: pair.first })}>Swap</Button>
        <Choice
          label="Second specimen"
          board={board}
          value={pair.second}
          onChange={second =>
            onPair({ first: second === pair.first ? pair.second : pair.first, second })
          }
        />
        {comparison !== null && (
          <p className={styles.summary}>
            <FactText fact={comparison.between} />
            <span className={styles.rule}>
              <FactText fact={comparison.rule} />
            </span>
          </p>
        )}
      </div>
      {comparison === null ? (
        <p>One of the two specimens is no longer in this case.</p>
      ) : (
        <Compared comparison={comparison} />
      )}
    </Dialog>
  )
}

function Choice({
  label,
  board,
  value,
  onChange,
}: {
  label: string
  board: Board
  value: EntryId
  onChange: (entry: EntryId) => void
}) {
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={event => {
          const chosen = board.specimens.find(({ entry }) => entry === event.target.value)
          if (chosen !== undefined) onChange(chosen.entry)
        }}
      >
        {board.specimens.toReversed().map(({ entry, label: letter, from, collected }) => (
          <option key={entry} value={entry}>
            {letter}: {from.text}, {collected.text}
          </option>
        ))}
      </select>
    </span>
  )
}

function Compared({ comparison }: { comparison: SpecimenComparison }) {
  const { first, second, direction, receptors, pathology, neither, conflicts } = comparison
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.labelColumn} />
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Datum</span>
          </th>
          <th scope="col">
            <FactText fact={first.name} />
          </th>
          <th scope="col">
            <FactText fact={second.name} />
          </th>
          <th scope="col">
            Change <FactText fact={direction} />
          </th>
        </tr>
      </thead>
      <tbody>
        {receptors.map(row => (
          <Row key={row.key} row={row} isMarker />
        ))}
      </tbody>
      <tbody>
        <tr>
          <th className={styles.heading} scope="rowgroup" colSpan={4}>
            The specimens
          </th>
        </tr>
        {pathology.map(row => (
          <Row key={row.key} row={row} />
        ))}
        {neither !== null && (
          <tr>
            <td colSpan={4}>
              <FactText fact={neither} />
            </td>
          </tr>
        )}
      </tbody>
      {conflicts.length > 0 && (
        <tbody>
          <tr>
            <th className={styles.heading} scope="rowgroup" colSpan={4}>
              Conflicts about either
            </th>
          </tr>
          <tr>
            <td colSpan={4}>
              <ul className={styles.conflicts}>
                {conflicts.map(({ label, title, of: letters }) => (
                  <li key={label}>
                    <ConflictTag label={label} /> <FactText fact={title} />{' '}
                    <span className={styles.quiet}>({letters.join(', ')})</span>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        </tbody>
      )}
    </table>
  )
}

/** What a row's likeness is called, for who does not see its mark. */
const LIKENESS = {
  same: '',
  differs: 'differs',
  undecidable: 'undecidable',
  notEvaluable: '',
} as const satisfies Record<ComparisonRow['likeness'], string>

function Row({ row, isMarker = false }: { row: ComparisonRow; isMarker?: boolean }) {
  const { label, first, second, likeness, flag, remarks } = row
  return (
    <tr data-likeness={likeness}>
      <th scope="row">{label}</th>
      <td>
        <Side side={first} isMarker={isMarker} />
      </td>
      <td>
        <Side side={second} isMarker={isMarker} />
      </td>
      <td className={styles.change}>
        {flag !== null && <Flag direction={flag.direction} fact={flag.fact} />}
        {flag === null && remarks.length === 0 && LIKENESS[likeness]}
        <ul>
          {remarks.map(fact => (
            <li key={fact.id}>
              <FactText fact={fact} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Side({ side: { recorded, call }, isMarker }: { side: ComparedSide; isMarker: boolean }) {
  const [value, ...more] = recorded
  if (value === undefined) return null
  return (
    <>
      <span className={isMarker && value.tone !== 'missing' ? styles.value : undefined}>
        <FactText fact={value} boxed />
      </span>
      {call !== null && (
        <span className={styles.call}>
          call: <FactText fact={call} />
        </span>
      )}
      {more.map(fact => (
        <span key={fact.id} className={styles.more}>
          <FactText fact={fact} />
        </span>
      ))}
    </>
  )
}
