import type { MouseEvent } from 'react'
import type { Board, BoardSpecimen } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { cx } from '../../components/cx.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { detailsInTable, ResultCell } from './ResultCell.tsx'
import { RowButton } from './RowButton.tsx'
import { SpecimenTitle } from './SpecimenTitle.tsx'
import styles from './tables.module.css'

type Props = Readonly<{
  board: Board
  /** False where there is no room for the subtype's column: it stands on the line below each specimen. */
  withSubtype: boolean
  /** A line a specimen, with its values and calls: what changed stands on the axis, and the selected one says everything. */
  isBrief: boolean
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  /** A second row chosen beside the selected one: compares the two. */
  onCompare?: (entry: EntryId) => void
}>

/**
 * Receptors of every specimen, newest first: the value as reported, then the call, then what changed. Whatever has no column
 * stands on a line of its own below, in a window of any size: nothing is left out.
 */
export function ReceptorTable({
  board,
  withSubtype,
  isBrief,
  selected,
  onSelect,
  onOpen,
  onCompare,
}: Props) {
  const rows = board.specimens.toReversed()
  const roving = useRoving(
    rows.map(row => row.entry),
    selected,
  )
  const columns = 1 + board.markers.length + (withSubtype ? 1 : 0)
  const picking = (entry: EntryId) => ({
    'data-selected': entry === selected ? '' : undefined,
    onClick: (event: MouseEvent) => {
      const isSecond = event.shiftKey || event.ctrlKey || event.metaKey
      if (isSecond && onCompare !== undefined && selected !== null && selected !== entry)
        onCompare(entry)
      else onSelect(entry)
    },
    onDoubleClick: () => onOpen(entry),
  })
  return (
    <table
      className={cx(
        styles.table,
        isBrief ? styles.brief : withSubtype ? styles.wide : styles.narrow,
      )}
      {...roving.list}
    >
      <colgroup>
        <col className={styles.specimenColumn} />
        {board.markers.map(marker => (
          <col key={marker} className={columnClass(marker, rows)} />
        ))}
        {withSubtype && <col className={styles.subtypeColumn} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{isBrief ? 'Specimen, press one' : 'Specimen'}</th>
          {board.markers.map(marker => (
            <th key={marker} scope="col">
              {marker}
            </th>
          ))}
          {withSubtype && <th scope="col">Subtype, derived</th>}
        </tr>
      </thead>
      {rows.map(specimen => (
        <tbody key={specimen.entry} className={styles.rows}>
          <tr className={styles.row} data-entry={specimen.entry} {...picking(specimen.entry)}>
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
            </th>
            <Results
              specimen={specimen}
              columns={board.markers.length}
              withSubtype={withSubtype}
              isBrief={isBrief && specimen.entry !== selected}
            />
          </tr>
          {(!isBrief || specimen.entry === selected) && (
            <tr className={cx(styles.row, styles.below)} {...picking(specimen.entry)}>
              <td colSpan={columns}>
                <Below specimen={specimen} withSubtype={!withSubtype} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

/** How and when it was taken, which specimen its changes are counted from, and how its values were found. */
function Below({ specimen, withSubtype }: { specimen: BoardSpecimen; withSubtype: boolean }) {
  const { procedure, collected, comparedWith, subtype, results } = specimen
  return (
    <>
      <FactText fact={procedure} />, <FactText fact={collected} />
      {comparedWith !== null && (
        <>
          {DOT}
          <FactText fact={comparedWith} />
        </>
      )}
      {subtype !== null && (
        <>
          {DOT}
          {withSubtype && (
            <>
              <FactText fact={subtype.label} />:{' '}
            </>
          )}
          <FactText fact={subtype.criterion} />
        </>
      )}
      {results.map(result => {
        const details = detailsInTable(result)
        if (details.length === 0) return null
        return (
          <span key={result.marker}>
            {DOT}
            {result.marker} <FactLine facts={details} separator=", " />
          </span>
        )
      })}
    </>
  )
}

const DOT = ' · '

function Results({
  specimen,
  columns,
  withSubtype,
  isBrief,
}: {
  specimen: BoardSpecimen
  columns: number
  withSubtype: boolean
  isBrief: boolean
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
          <ResultCell result={result} isBrief={isBrief} />
        </td>
      ))}
      {withSubtype && (
        <td>{specimen.subtype !== null && <FactText fact={specimen.subtype.label} />}</td>
      )}
    </>
  )
}

/** PR and HER2 tend to need words; Ki-67 only where a change cannot be told. */
function columnClass(marker: string, rows: readonly BoardSpecimen[]): string | undefined {
  if (marker === 'PR') return styles.wideColumn
  if (marker === 'HER2') return styles.her2Column
  if (marker !== 'Ki-67') return undefined
  const hasWords = rows.some(({ results }) =>
    results.some(result => result.marker === marker && isUndecided(result)),
  )
  return hasWords ? styles.wordsColumn : styles.narrowColumn
}

function isUndecided({ change, notEvaluable }: BoardSpecimen['results'][number]): boolean {
  return change?.direction === 'both' || notEvaluable !== null
}

/** What holds of several specimens, such as a value on the boundary of the rule. */
export function ReceptorRemarks({ board }: { board: Board }) {
  return (
    <p className={styles.remarks}>
      <FactLine facts={board.receptorRemarks} separator=" " />
    </p>
  )
}
