import type { Board, BoardResult, BoardSpecimen } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { ChangeMark } from '../../components/ChangeMark.tsx'
import { cx } from '../../components/cx.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { RowButton } from './RowButton.tsx'
import { SpecimenTitle } from './SpecimenTitle.tsx'
import styles from './tables.module.css'

type Props = Readonly<{
  board: Board
  /** False where there is no room for a column that is derived only; it stands in the details. */
  withSubtype: boolean
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
}>

/** Receptors of every specimen, newest first: the value as reported, then the call, then what changed. */
export function ReceptorTable({ board, withSubtype, selected, onSelect, onOpen }: Props) {
  const rows = board.specimens.toReversed()
  const roving = useRoving(
    rows.map(row => row.entry),
    selected,
  )
  return (
    <table className={cx(styles.table, styles.forReceptors)} {...roving.list}>
      <colgroup>
        <col className={styles.specimenColumn} />
        {board.markers.map(marker => (
          <col key={marker} className={columnClass(marker)} />
        ))}
        {withSubtype && <col className={styles.subtypeColumn} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Specimen</th>
          {board.markers.map(marker => (
            <th key={marker} scope="col">
              {marker}
            </th>
          ))}
          {withSubtype && <th scope="col">Subtype, derived</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(specimen => (
          <tr
            key={specimen.entry}
            className={styles.row}
            data-selected={specimen.entry === selected ? '' : undefined}
            data-entry={specimen.entry}
            onClick={() => onSelect(specimen.entry)}
            onDoubleClick={() => onOpen(specimen.entry)}
          >
            <th scope="row">
              <RowButton
                entry={specimen.entry}
                selected={specimen.entry === selected}
                roving={roving.item(specimen.entry)}
                onSelect={onSelect}
                onOpen={onOpen}
              >
                <SpecimenTitle specimen={specimen} selected={specimen.entry === selected} />
              </RowButton>
              <span className={styles.second}>
                <FactText fact={specimen.procedure} />
                <span className={styles.collected}>
                  , <FactText fact={specimen.collected} />
                </span>
              </span>
            </th>
            <Results specimen={specimen} columns={board.markers.length} withSubtype={withSubtype} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Results({
  specimen,
  columns,
  withSubtype,
}: {
  specimen: BoardSpecimen
  columns: number
  withSubtype: boolean
}) {
  if (specimen.withoutReceptors !== null)
    return (
      <td colSpan={columns + (withSubtype ? 1 : 0)}>
        <FactText fact={specimen.withoutReceptors} />
      </td>
    )
  return (
    <>
      {specimen.results.map(result => (
        <td key={result.marker}>
          <Result result={result} />
        </td>
      ))}
      {withSubtype && (
        <td>
          {specimen.subtype !== null && (
            <>
              <FactText fact={specimen.subtype.label} />
              <span className={styles.second}>
                <FactText fact={specimen.subtype.criterion} />
              </span>
            </>
          )}
        </td>
      )}
    </>
  )
}

/** PR and HER2 tend to need words; Ki-67 never does. */
function columnClass(marker: string): string | undefined {
  if (marker === 'PR') return styles.wideColumn
  if (marker === 'HER2') return styles.her2Column
  return marker === 'Ki-67' ? styles.narrowColumn : undefined
}

/** One result: the reported value, then the call under the rule in force, bold with its mark where it changed. */
export function Result({ result }: { result: BoardResult }) {
  const { value, call, flag, change, notEvaluable } = result
  return (
    <>
      <FactText
        fact={value}
        boxed
        className={value.tone === 'missing' ? undefined : styles.value}
      />
      <span className={styles.second}>
        {call !== null && (flag === null ? <FactText fact={call} /> : <Changed result={result} />)}
        {call !== null && change !== null && ' '}
        {change !== null && (
          <>
            {(flag === null || call === null) && <ChangeMark direction={change.direction} />}
            <FactText
              fact={change.fact}
              className={flag === null || call === null ? undefined : styles.besideFlag}
            />
          </>
        )}
        {notEvaluable !== null && (
          <>
            {' '}
            <FactText fact={notEvaluable} />
          </>
        )}
      </span>
    </>
  )
}

/** The call that differs from the specimen before, bold with its direction. */
function Changed({ result: { call, flag } }: { result: BoardResult }) {
  if (call === null || flag === null) return null
  return (
    <strong>
      <ChangeMark direction={flag.direction} />
      <FactText fact={call} />
    </strong>
  )
}

/** What holds of several specimens, such as a value on the boundary of the rule. */
export function ReceptorRemarks({ board }: { board: Board }) {
  return (
    <p className={styles.remarks}>
      <FactLine facts={board.receptorRemarks} separator=" " />
    </p>
  )
}
