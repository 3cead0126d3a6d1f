import type { Board, BoardLocal, BoardSystemic } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { cx } from '../../components/cx.ts'
import { FactLine } from '../../components/FactLine.tsx'
import { FactText } from '../../components/FactText.tsx'
import { StoryArrow } from '../../components/StoryArrow.tsx'
import { useRoving } from '../../components/useRoving.ts'
import { RowButton } from './RowButton.tsx'
import styles from './tables.module.css'

type Props = Readonly<{
  board: Board
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
}>

/** Words that are too long for their column, by the letters that the axis and its legend have for them. */
const ABBREVIATED: ReadonlySet<string> = new Set(['RT', 'ECT'])

/** Systemic lines newest first, then what is never a line, under headings of their own. */
export function TreatmentTable({ board, selected, onSelect, onOpen }: Props) {
  const lines = board.systemic.filter(treatment => treatment.isLine).toReversed()
  const others = board.systemic.filter(treatment => !treatment.isLine).toReversed()
  const local = board.local.toReversed()
  const roving = useRoving(
    [...lines, ...others, ...local].map(row => row.entry),
    selected,
  )
  const row = (entry: EntryId) => ({
    className: styles.row,
    'data-selected': entry === selected ? '' : undefined,
    'data-entry': entry,
    onClick: () => onSelect(entry),
    onDoubleClick: () => onOpen(entry),
  })
  const button = (entry: EntryId) => ({
    entry,
    selected: entry === selected,
    roving: roving.item(entry),
    onSelect,
    onOpen,
  })
  const systemic = (treatment: BoardSystemic) => (
    <tr key={treatment.entry} {...row(treatment.entry)}>
      <td>
        <FactText fact={treatment.line} />
      </td>
      <th scope="row">
        <RowButton {...button(treatment.entry)}>
          <strong>
            <FactText fact={treatment.name} />
          </strong>
        </RowButton>
      </th>
      <td className={styles.course}>
        <FactText fact={treatment.started} />
        <StoryArrow />
        <FactText fact={treatment.ended} />
        {treatment.ongoing && <OngoingMark />}
      </td>
    </tr>
  )
  const localRow = (treatment: BoardLocal) => (
    <tr key={treatment.entry} {...row(treatment.entry)}>
      <td>
        {ABBREVIATED.has(treatment.mark) ? (
          <abbr title={treatment.modalityWord}>{treatment.mark}</abbr>
        ) : (
          treatment.modalityWord
        )}
      </td>
      <th scope="row" colSpan={2}>
        <RowButton {...button(treatment.entry)}>
          <FactText fact={treatment.what} />
        </RowButton>{' '}
        <span className={styles.second}>
          <FactLine facts={[treatment.when, ...treatment.details]} separator="; " />
        </span>
      </th>
    </tr>
  )
  return (
    <table className={cx(styles.table, styles.treatments)} {...roving.list}>
      <colgroup>
        <col className={styles.lineColumn} />
        <col className={styles.treatmentColumn} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Treatment</th>
          <th scope="col">Began, and ended</th>
        </tr>
      </thead>
      {lines.length > 0 && <tbody>{lines.map(systemic)}</tbody>}
      {others.length > 0 && (
        <tbody>
          <Heading>Bone agents and supportive drugs, never a line</Heading>
          {others.map(systemic)}
        </tbody>
      )}
      {local.length > 0 && (
        <tbody>
          <Heading>Local treatment, never a line</Heading>
          {local.map(localRow)}
        </tbody>
      )}
    </table>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <tr className={styles.heading}>
      <th scope="rowgroup" colSpan={3}>
        {children}
      </th>
    </tr>
  )
}

/** Drawn ▶: goes on past the last known date. */
function OngoingMark() {
  return (
    <svg className={styles.ongoing} viewBox="0 0 9 9" aria-hidden="true">
      <path d="M1 .5 8.5 4.5 1 8.5Z" fill="currentColor" />
    </svg>
  )
}
