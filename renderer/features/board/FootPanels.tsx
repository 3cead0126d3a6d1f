import { type ReactNode, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { FactText } from '../../components/FactText.tsx'
import { NotEqualMark } from '../../components/NotEqualMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { FLOWING } from '../../components/scale.ts'
import { Tabs } from '../../components/Tabs.tsx'
import { useMedia } from '../../components/useMedia.ts'
import { useCompare } from '../compare/useCompare.tsx'
import { ConflictList } from '../conflicts/ConflictList.tsx'
import { MissingList } from '../conflicts/MissingList.tsx'
import type { EntryTarget } from '../entry/EntryPanel.tsx'
import { OutcomeList } from '../outcomes/OutcomeList.tsx'
import { LesionThumbnail } from '../skin/LesionThumbnail.tsx'
import { ContextList } from '../tables/ContextList.tsx'
import { DocumentList } from '../tables/DocumentList.tsx'
import { ReceptorRemarks, ReceptorTable } from '../tables/ReceptorTable.tsx'
import { SkinList, skinCount } from '../tables/SkinList.tsx'
import { TreatmentTable } from '../tables/TreatmentTable.tsx'
import type { BoardActions } from './boardActions.ts'
import { targetForMissing, targetToAdd } from './entryTarget.ts'
import styles from './FootPanels.module.css'
import { PanelTools } from './PanelTools.tsx'

export type FootLayout = 'four' | 'three' | 'two' | 'one'

type Props = Readonly<{
  board: Board
  of: Case
  layout: FootLayout
  compact: boolean
  actions: BoardActions
  selected: EntryId | null
  onSelect: (entry: EntryId) => void
  onOpen: (entry: EntryId) => void
  onSettle: ((label: string | null) => void) | null
  onGo: ((target: EntryTarget) => void) | null
  /** Shows all of the meetings and outcomes beside the board. */
  onOutcomes: () => void
}>

type Part = Readonly<{
  key:
    | 'receptors'
    | 'treatment'
    | 'skin'
    | 'conflicts'
    | 'missing'
    | 'outcomes'
    | 'documents'
    | 'context'
  title: string
  /** On its tab, where it is one. */
  tab: ReactNode
  beside?: ReactNode
  actions?: ReactNode
  empty?: ReactNode
  content: ReactNode
}>

/** The evidence below the axis: tables and lists, newest first. */
export function FootPanels(props: Props) {
  const { layout, compact } = props
  const compare = useCompare(props.of, props.board, props.selected)
  const middle = useMedia('(min-width: 1280px)')
  const parts = partsOf(props, compare, middle, useMedia(FLOWING))
  const [tab, setTab] = useState<Part['key']>('conflicts')
  const panel = ({ key, title, beside, actions, empty, content }: Part, headless = false) => (
    <Panel
      key={key}
      title={title}
      beside={beside}
      actions={actions}
      headless={headless}
      {...(empty === undefined ? {} : { empty })}
    >
      {content}
    </Panel>
  )
  const tabbed = (of: readonly Part[]) => (
    <Tabs
      label="More of the case"
      className={styles.tabbed}
      selected={of.some(part => part.key === tab) ? tab : 'conflicts'}
      onSelect={setTab}
      tabs={of.map(part => ({
        key: part.key,
        label: part.tab,
        content: panel(part, true),
        actions: part.actions,
      }))}
    />
  )
  const { receptors, treatment, skin, conflicts, missing, outcomes, documents, context } = parts
  const last = compact ? [outcomes, documents, context] : [outcomes, documents]
  if (layout === 'four')
    return (
      <div className={`${styles.foot ?? ''} ${styles.four ?? ''}`}>
        {panel(receptors)}
        {panel(treatment)}
        <div className={styles.stack}>
          {panel(skin)}
          {props.board.meetings.length > 0 && panel(outcomes)}
          {panel(documents)}
        </div>
        <div className={styles.stack}>
          {panel(conflicts)}
          {panel(missing)}
        </div>
      </div>
    )
  if (layout === 'three')
    return (
      <div className={`${styles.foot ?? ''} ${styles.three ?? ''}`}>
        {panel(receptors)}
        {panel(treatment)}
        {tabbed([conflicts, missing, skin, ...last])}
      </div>
    )
  return (
    <div className={`${styles.foot ?? ''} ${styles[layout] ?? ''}`}>
      {panel(receptors)}
      {tabbed([treatment, conflicts, missing, skin, ...last])}
    </div>
  )
}

function partsOf(
  props: Props,
  compare: ReturnType<typeof useCompare>,
  /** At least 1280 px. */
  middle: boolean,
  /** The page is as long as what it says. */
  isFlowing: boolean,
): Record<Part['key'], Part> {
  const {
    board,
    of,
    layout,
    compact,
    actions,
    selected,
    onSelect,
    onOpen,
    onSettle,
    onGo,
    onOutcomes,
  } = props
  const hasRoom = layout === 'four'
  const isWide = layout === 'two' && middle
  const isBrief = layout === 'two' && compact && !isFlowing
  const { canWrite } = actions
  const picking = { board, selected, onSelect, onOpen }
  const add = (words: string, press: () => void) =>
    canWrite ? <Button onPress={press}>{words}</Button> : null
  return {
    receptors: {
      key: 'receptors',
      title: 'Receptors, newest first',
      tab: 'Receptors',
      beside: <FactText fact={board.counts.specimens} />,
      actions: (
        <>
          <span className={styles.rule}>
            <FactText fact={board.rule.sentence} />
          </span>
          {compare.isPossible && (hasRoom || isWide) && (
            <Button
              look="plain"
              size="small"
              label="Compare two specimens"
              keyShortcuts="C"
              onPress={() => compare.open()}
            >
              Compare
            </Button>
          )}
          <PanelTools
            actions={actions}
            hasRoom={hasRoom}
            kinds={[{ key: 'specimen', label: 'Add a specimen' }]}
          />
        </>
      ),
      ...(board.specimens.length > 0
        ? {}
        : {
            empty: (
              <>
                No specimen is recorded.
                {add('Add a specimen', () => actions.add('specimen'))}
              </>
            ),
          }),
      content: (
        <>
          <ReceptorTable
            {...picking}
            withSubtype={hasRoom || isWide}
            isBrief={isBrief}
            onCompare={compare.open}
          />
          {board.receptorRemarks.length > 0 && <ReceptorRemarks board={board} />}
          {compare.dialog}
        </>
      ),
    },
    treatment: {
      key: 'treatment',
      title: 'Treatment lines, newest first',
      tab: 'Treatment',
      beside: 'line numbers are set by a person',
      actions: (
        <PanelTools
          actions={actions}
          hasRoom={hasRoom}
          kinds={[
            { key: 'systemic', label: 'Add a systemic treatment' },
            { key: 'local', label: 'Add a local treatment' },
          ]}
        />
      ),
      ...(board.systemic.length + board.local.length > 0
        ? {}
        : {
            empty: (
              <>
                No treatment is recorded.
                {add('Add a systemic treatment', () => actions.add('systemic'))}
              </>
            ),
          }),
      content: <TreatmentTable {...picking} />,
    },
    skin: {
      key: 'skin',
      title: 'Skin lesions',
      tab: `Skin ${skinCount(board)}`,
      beside: `${skinCount(board)}`,
      actions: (
        <PanelTools
          actions={actions}
          hasRoom={hasRoom}
          kinds={[{ key: 'lesion', label: 'Add a skin lesion' }]}
        />
      ),
      ...(skinCount(board) > 0 ? {} : { empty: 'No lesion of the skin is recorded.' }),
      content: (
        <SkinList
          {...picking}
          thumbnail={lesion => <LesionThumbnail of={of} board={board} lesion={lesion} />}
        />
      ),
    },
    conflicts: {
      key: 'conflicts',
      title: 'Conflicts',
      tab: (
        <span className={styles.tabCount}>
          Conflicts <NotEqualMark className={styles.mark} /> {board.conflicts.length}
        </span>
      ),
      beside:
        board.conflicts.length === 0 ? (
          '0'
        ) : (
          <span className={styles.conflictCount}>
            <NotEqualMark className={styles.mark} /> {board.conflicts.length}
          </span>
        ),
      actions: (
        <>
          <PanelTools
            actions={actions}
            hasRoom={hasRoom}
            kinds={[{ key: 'conflict', label: 'Add a conflict' }]}
          />
          {onSettle !== null && (hasRoom || middle || actions.selectedKind === 'conflict') && (
            <Button look="plain" size="small" onPress={() => onSettle(null)}>
              Settle…
            </Button>
          )}
        </>
      ),
      ...(board.conflicts.length > 0 ? {} : { empty: 'No conflict is recorded.' }),
      content: (
        <ConflictList board={board} selected={selected} onSelect={onSelect} onSettle={onSettle} />
      ),
    },
    missing: {
      key: 'missing',
      title: 'Missing for the meeting',
      tab: `Missing ${board.missing.length}`,
      beside: `${board.missing.length}`,
      ...(board.missing.length > 0 ? {} : { empty: 'Nothing of the minimum data set is missing.' }),
      content: (
        <MissingList
          board={board}
          onGo={onGo === null ? null : missing => onGo(targetForMissing(of, missing))}
        />
      ),
    },
    outcomes: {
      key: 'outcomes',
      title: 'Outcomes',
      tab: `Outcomes ${board.meetings.length}`,
      beside: `${board.meetings.length}`,
      actions: (
        <Button
          look="plain"
          size="small"
          label="Meetings and outcomes of the patient"
          keyShortcuts="O"
          onPress={onOutcomes}
        >
          All
        </Button>
      ),
      ...(board.meetings.length > 0 ? {} : { empty: 'The case was on no list of a meeting.' }),
      content: <OutcomeList board={board} />,
    },
    documents: {
      key: 'documents',
      title: 'Documents',
      tab: `Sources ${board.documents.length}`,
      beside: `${board.documents.length}`,
      actions: (
        <PanelTools
          actions={actions}
          hasRoom={hasRoom}
          kinds={[{ key: 'document', label: 'Add a document' }]}
        />
      ),
      ...(board.documents.length > 0 ? {} : { empty: 'No document is recorded.' }),
      content: <DocumentList {...picking} />,
    },
    context: {
      key: 'context',
      title: 'Context',
      tab: 'Context',
      ...(onGo === null
        ? {}
        : {
            actions: (
              <Button
                look="plain"
                size="small"
                label="Edit the context"
                onPress={() => onGo(targetToAdd(of, 'context'))}
              >
                Edit
              </Button>
            ),
          }),
      content: <ContextList board={board} />,
    },
  }
}
