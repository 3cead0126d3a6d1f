import { lazy, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Pin } from '../../../shared/case/lesion.ts'
import type { OpenCase, UserSettings } from '../../../shared/ipc/contract.ts'
import { COMPACT, NARROW } from '../../components/scale.ts'
import { useMedia } from '../../components/useMedia.ts'
import { useSteadyDeeds } from '../../components/useSteadyDeeds.ts'
import { EntryPanel } from '../entry/EntryPanel.tsx'
import { FigurePanel } from '../figure/FigurePanel.tsx'
import { AddToMeeting } from '../meetings/AddToMeeting.tsx'
import type { MeetingRights } from '../meetings/meetingState.ts'
import { OutcomesPanel } from '../outcomes/OutcomesPanel.tsx'
import { nameOf } from '../patients/patientWords.ts'
import { SincePanel } from '../since/SincePanel.tsx'
import { type Since, SinceContext } from '../since/sinceContext.ts'
import { useNews } from '../since/useNews.ts'
import { SkinPanel } from '../skin/SkinPanel.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { Banner } from './Banner.tsx'
import { OnAppBar } from './BoardFrame.tsx'
import { BoardTools } from './BoardTools.tsx'
import styles from './BoardView.module.css'
import { DetailsPanel } from './DetailsPanel.tsx'
import { type GoTo, targetForMissing, targetToAdd } from './entryTarget.ts'
import { type FootLayout, FootPanels } from './FootPanels.tsx'
import { PanelTools } from './PanelTools.tsx'
import { Story } from './Story.tsx'
import { useBoardCommands } from './useBoardCommands.ts'
import { useBoardState } from './useBoardState.ts'
import { useDraftsFirst } from './useDraftsFirst.ts'

type Props = Readonly<{
  open: OpenCase
  board: Board
  today: string
  paper: UserSettings['paper']
  onPaper: (paper: UserSettings['paper']) => void
  canWrite: boolean
  rights: MeetingRights
  /** With which form the board begins; null for none. */
  goTo: GoTo | null
  /** Back to where the board was opened from, once that form is saved. */
  onReturn: () => void
  isPrinting: boolean
  onPrinted: () => void
  onCutoff: (cutoff: Board['rule']['cutoff']) => void
}>

// The PDF reader is larger than the rest of the screen together, and most looks at a board never need it.
const SummaryPreview = lazy(async () => {
  const { SummaryPreview: preview } = await import('../preview/SummaryPreview.tsx')
  return { default: preview }
})

// What is opened over the board is read when it is first asked for.
const LesionView = lazy(async () => {
  const { LesionView: view } = await import('../skin/LesionView.tsx')
  return { default: view }
})
const LesionPreview = lazy(async () => {
  const { LesionPreview: preview } = await import('../preview/LesionPreview.tsx')
  return { default: preview }
})
const ReferenceDialog = lazy(async () => {
  const { ReferenceDialog: dialog } = await import('../skin/ReferenceDialog.tsx')
  return { default: dialog }
})

const ROOMY = '(min-width: 1680px) and (min-height: 900px)'

/** Banner, story, figure, time axis and tables, all drawn from one board model. */
export function BoardView(props: Props) {
  const { open, board, today, canWrite, rights, goTo, onReturn } = props
  const state = useBoardState(open, board, canWrite)
  const { selected, setBeside, select } = state
  const { shown: beside, drafts } = useDraftsFirst(state.beside, open.case.patient.id)
  const news = useNews(open.case, board, today)
  const since = useMemo<Since>(
    () => ({
      ...news,
      onShow: entry => {
        if (entry !== null) select(entry)
        setBeside({ type: 'news' })
      },
    }),
    [news, select, setBeside],
  )
  const compact = useMedia(COMPACT)
  const roomy = useMedia(ROOMY)
  const wide = useMedia('(min-width: 1440px)')
  const isNarrow = useMedia(NARROW)
  const spacious = useMedia('(min-width: 1680px)')
  const besidePlace = beside === null ? undefined : spacious ? 'column' : 'over'
  const layout = footLayout({ roomy, wide, isNarrow, isBeside: beside !== null })
  const [isAdding, setIsAdding] = useState(false)
  const main = useRef<HTMLElement>(null)
  useEffect(() => main.current?.focus({ preventScroll: true }), [])
  useFocusBack(beside !== null, main)

  const [isListing, setIsListing] = useState(false)
  // The form that somebody came for, once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows where it was asked to begin, and nothing else
  useEffect(() => {
    if (goTo !== null) state.show(targetForMissing(open.case, { goTo }))
  }, [goTo])

  const { selectedKind } = state
  const steady = useSteadyDeeds({
    add: state.add,
    edit: () => state.edit(),
    showDetails: () => setBeside({ type: 'details' }),
    onAddHere: (pin: Pin) => state.look({ lesion: null, pin }),
    onOutcomes: () => setBeside({ type: 'outcomes' }),
    onCutoff: props.onCutoff,
  })
  const { add, edit, showDetails: onDetails } = steady
  const actions = useMemo(
    () => ({ canWrite, selectedKind, add, edit, showDetails: onDetails }),
    [canWrite, selectedKind, add, edit, onDetails],
  )
  const [isReference, setIsReference] = useState(false)
  const reported = board.lesions.find(({ entry }) => entry === state.reported)
  const showDetails = () => state.setBeside(beside === null ? { type: 'details' } : beside)
  useBoardCommands({
    open,
    state,
    canWrite,
    hasConflicts: board.conflicts.length > 0,
    isActive: !props.isPrinting && reported === undefined,
    forbiddenToPrint: rights.print ? null : 'Your role may not print.',
    onAddMenu: () => setIsAdding(true),
    onDetails: showDetails,
    onReference: () => setIsReference(true),
    onList: () => setIsListing(true),
    forbiddenToList: rights.edit ? null : 'Your role may not change a list.',
  })

  // What stands beside the board draws nothing of it anew.
  const { marked } = since
  const { openEntry, settle, show } = state
  const { onAddHere, onOutcomes, onCutoff } = steady
  const figure = useMemo(
    () => (
      <FigurePanel
        marked={marked}
        board={board}
        compact={compact}
        selected={selected}
        onSelect={select}
        onOpen={openEntry}
        onAddHere={canWrite ? onAddHere : null}
        actions={<PanelTools actions={actions} kinds={[{ key: 'site', label: 'Add a site' }]} />}
      />
    ),
    [board, compact, marked, selected, select, openEntry, canWrite, onAddHere, actions],
  )
  const axis = useMemo(
    () => (
      <Timeline
        marked={marked}
        today={today}
        board={board}
        selected={selected}
        onSelect={select}
        onCutoff={onCutoff}
        place={besidePlace ?? 'alone'}
        actions={
          <PanelTools
            actions={actions}
            hasRoom={!compact}
            kinds={[
              { key: 'imaging', label: 'Add imaging' },
              { key: 'assessment', label: 'Add an assessment' },
            ]}
          />
        }
      />
    ),
    [board, compact, marked, today, selected, select, onCutoff, besidePlace, actions],
  )
  const foot = useMemo(
    () => (
      <FootPanels
        board={board}
        layout={layout}
        compact={compact}
        actions={actions}
        selected={selected}
        onSelect={select}
        onOpen={openEntry}
        onSettle={canWrite && board.conflicts.length > 0 ? settle : null}
        onGo={canWrite ? show : null}
        of={open.case}
        onOutcomes={onOutcomes}
      />
    ),
    [
      board,
      layout,
      compact,
      actions,
      selected,
      select,
      openEntry,
      settle,
      show,
      canWrite,
      open.case,
      onOutcomes,
    ],
  )
  return (
    <SinceContext value={since}>
      <main ref={main} tabIndex={-1} className={styles.board} aria-label="Board">
        <OnAppBar>
          <BoardTools
            open={open}
            canWrite={canWrite}
            selection={layout === 'four' || selected === null ? null : actions}
            isAdding={isAdding}
            onAdding={setIsAdding}
            onAdd={state.add}
            onUndo={state.undo}
            onRedo={state.redo}
            onList={rights.edit ? () => setIsListing(true) : null}
          />
        </OnAppBar>
        <Banner
          banner={board.banner}
          onEdit={canWrite ? () => state.show({ mode: 'patient' }) : null}
        />
        <Story
          board={board}
          withContext={!compact}
          canWrite={canWrite}
          onQuestion={() => state.show({ mode: 'question' })}
          onContext={() => state.show(targetToAdd(open.case, 'context'))}
        />
        <div className={styles.below} data-beside={besidePlace}>
          <div className={styles.grid}>
            <div className={styles.main}>
              {figure}
              {axis}
            </div>
            {foot}
          </div>
          {beside !== null && (
            <aside className={styles.beside} aria-label="Beside the board">
              {beside.type === 'form' && (
                <EntryPanel
                  patientId={open.case.patient.id}
                  openCase={open}
                  target={beside.target}
                  drafts={drafts}
                  onClose={() => state.setBeside(null)}
                  onSaved={saved => {
                    if (goTo !== null) onReturn()
                    else if (saved !== null) state.select(saved)
                  }}
                />
              )}
              {beside.type === 'skin' && (
                <SkinPanel
                  openCase={open}
                  board={board}
                  target={beside.target}
                  onReference={() => setIsReference(true)}
                  onClose={() => state.setBeside(null)}
                  onSaved={state.select}
                />
              )}
              {beside.type === 'news' && (
                <SincePanel
                  today={today}
                  selected={selected}
                  onSelect={state.select}
                  onClose={() => state.setBeside(null)}
                />
              )}
              {beside.type === 'outcomes' && (
                <OutcomesPanel
                  board={board}
                  meetings={open.meetings}
                  rights={rights}
                  onClose={() => state.setBeside(null)}
                />
              )}
              {beside.type === 'details' && (
                <DetailsPanel
                  board={board}
                  of={open.case}
                  today={today}
                  entry={selected}
                  onClose={() => state.setBeside(null)}
                  onEdit={canWrite && selected !== null ? () => state.edit() : null}
                  onRemove={canWrite && selected !== null ? state.remove : null}
                  onGo={state.select}
                />
              )}
            </aside>
          )}
        </div>
        <Suspense>
          {state.viewed !== null && (
            <LesionView
              open={open}
              board={board}
              lesion={state.viewed}
              canWrite={canWrite}
              canPrint={rights.print}
              onStep={state.stepFrom}
              onClose={() => state.view(null)}
            />
          )}
          {isReference && <ReferenceDialog onClose={() => setIsReference(false)} />}
        </Suspense>
        <Suspense>
          {reported !== undefined && (
            <LesionPreview
              patientId={open.case.patient.id}
              lesion={reported.entry}
              label={reported.label}
              cutoff={board.rule.cutoff}
              paper={props.paper}
              onPaper={props.onPaper}
              onClose={() => state.report(null)}
            />
          )}
        </Suspense>
        {isListing && (
          <AddToMeeting
            patientId={open.case.patient.id}
            name={nameOf(open.case.patient)}
            question={questionOf(open)}
            mayAsk={canWrite}
            listed={open.meetings}
            onClose={() => setIsListing(false)}
          />
        )}
        {props.isPrinting && (
          <Suspense>
            <SummaryPreview
              patientId={open.case.patient.id}
              cutoff={board.rule.cutoff}
              paper={props.paper}
              onPaper={props.onPaper}
              since={since.choice}
              onClose={props.onPrinted}
            />
          </Suspense>
        )}
      </main>
    </SinceContext>
  )
}

/** What the case asks the meeting; null where nothing is. */
function questionOf({ case: { entries } }: OpenCase): string | null {
  for (const { body } of entries) if (body.kind === 'context') return body.question
  return null
}

/** After what stood beside the board is closed, focus is where it was before, or on the board. */
function useFocusBack(isBeside: boolean, main: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null)
  if (!isBeside) before.current = null
  else before.current ??= document.activeElement
  useEffect(() => {
    if (!isBeside) return
    const from = before.current
    return () => {
      if ((from instanceof HTMLElement || from instanceof SVGElement) && from.isConnected)
        from.focus({ preventScroll: true })
      else main.current?.focus({ preventScroll: true })
    }
  }, [isBeside, main])
}

/** Four panels side by side, three, or two: the last of fewer holds the others as tabs. */
function footLayout({
  roomy,
  wide,
  isNarrow,
  isBeside,
}: {
  roomy: boolean
  wide: boolean
  isNarrow: boolean
  isBeside: boolean
}): FootLayout {
  if (roomy && !isBeside) return 'four'
  if (isNarrow) return 'one'
  return (wide && !isBeside) || roomy ? 'three' : 'two'
}
