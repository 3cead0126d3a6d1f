import { useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import { describeEntry } from '../../../shared/history/describeChange.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { useNotify } from '../../components/notices.tsx'
import { useSteadyDeeds } from '../../components/useSteadyDeeds.ts'
import type { EntryTarget } from '../entry/EntryPanel.tsx'
import { sentenceOf } from '../session/session.ts'
import { biopsyOf, lesionMeant } from '../skin/lesionMeant.ts'
import type { LesionStep } from '../skin/lesionStep.ts'
import type { SkinTarget } from '../skin/SkinPanel.tsx'
import { type Addable, entryOf, targetToAdd } from './entryTarget.ts'
import { useChangeCase } from './useCase.ts'

/** What stands beside the board. */
export type Beside =
  | Readonly<{ type: 'form'; target: EntryTarget }>
  | Readonly<{ type: 'skin'; target: SkinTarget }>
  | Readonly<{ type: 'details' }>
  | Readonly<{ type: 'news' }>
  | Readonly<{ type: 'outcomes' }>
  | null

/** What is selected on the board, what stands beside it, and what can be done. */
export function useBoardState(open: OpenCase, board: Board, canWrite: boolean) {
  const notify = useNotify()
  const { apply, undo, redo } = useChangeCase(open.case.patient.id)
  const [chosen, setChosen] = useState<EntryId | null>(null)
  const [beside, setBeside] = useState<Beside>(null)
  const [viewed, setViewed] = useState<EntryId | null>(null)
  const [reported, setReported] = useState<EntryId | null>(null)
  const entry = entryOf(open.case, chosen)
  const selected = entry?.id ?? null
  const selectedKind = entry?.body.kind ?? null

  const fail = (error: unknown) => notify({ text: sentenceOf(error), tone: 'problem' })
  const show = (target: EntryTarget) => {
    if (canWrite) setBeside({ type: 'form', target })
  }

  const meant = lesionMeant(open.case, selected)
  const look = (target: SkinTarget) => {
    if (!canWrite) return
    setViewed(null)
    setBeside({ type: 'skin', target })
  }

  function add(kind: Addable): void {
    if (kind === 'reportedLesion') show(targetToAdd(open.case, 'lesion'))
    else if (kind === 'lesion') look({ lesion: null, pin: null })
    else if (kind === 'skinNote' && meant !== null) look({ lesion: meant })
    else show(targetToAdd(open.case, kind))
  }

  /** A lesion opens with its notes and photographs; whatever else, in its form. */
  function openEntry(id: EntryId): void {
    setChosen(id)
    if (entryOf(open.case, id)?.body.kind === 'lesion') setViewed(id)
    else edit(id)
  }

  /** Goes on from a lesion that was open to what it is linked to, or to a form. */
  function stepFrom(step: LesionStep): void {
    // The report lies over the lesion, which is there again when it is closed.
    if (step.to === 'report') {
      setReported(step.lesion)
      return
    }
    setViewed(null)
    if (step.to === 'select') setChosen(step.entry)
    else if (step.to === 'edit') edit(step.entry)
    else if (step.to === 'note') look({ lesion: step.lesion })
    else show({ mode: 'add', kind: 'specimen', preset: biopsyOf(open.case, step.lesion) })
  }

  function edit(id: EntryId | null = selected): void {
    if (id === null) return
    setChosen(id)
    const kind = entryOf(open.case, id)?.body.kind
    show(kind === 'conflict' ? { mode: 'settle', conflict: id } : { mode: 'edit', entry: id })
  }

  function remove(): void {
    if (entry === null || !canWrite) return
    const { id, revision, body } = entry
    apply.mutate([{ do: 'remove', id, revision }], {
      onSuccess: after => {
        setChosen(null)
        setBeside(null)
        notify({
          text: `Removed: ${describeEntry(body)}.`,
          tone: 'done',
          ...(after.undo === null
            ? {}
            : { action: { label: 'Undo', onPress: () => undoAct(after.undo) } }),
        })
      },
      onError: fail,
    })
  }

  function undoAct(act: OpenCase['undo']): void {
    if (act === null || !canWrite) return
    undo.mutate(act.act, {
      onSuccess: after => {
        const back = after.redo
        notify({
          text: `Undone: ${act.label}.`,
          tone: 'done',
          ...(back === null ? {} : { action: { label: 'Redo', onPress: () => redoAct(back) } }),
        })
      },
      onError: fail,
    })
  }

  function redoAct(act: OpenCase['redo']): void {
    if (act === null || !canWrite) return
    redo.mutate(act.act, {
      onSuccess: () => notify({ text: `Done again: ${act.label}.`, tone: 'done' }),
      onError: fail,
    })
  }

  /** Opens the form that settles a conflict; without one, the first that nobody has settled. */
  function settle(label: string | null = null): void {
    const open = board.conflicts.filter(one => one.settled === null)
    const conflict = board.conflicts.find(one =>
      label === null ? one.entry !== null && one.entry === selected : one.label === label,
    )
    const shown = conflict ?? open[0] ?? board.conflicts[0]
    if (shown === undefined) return
    setChosen(shown.entry)
    show({ mode: 'settle', label: shown.label })
  }

  const deeds = useSteadyDeeds({
    look,
    openEntry,
    stepFrom,
    show,
    add,
    edit,
    remove,
    settle,
    undo: () => undoAct(open.undo),
    redo: () => redoAct(open.redo),
  })
  return {
    ...deeds,
    selected,
    selectedKind,
    beside,
    isBusy: apply.isPending || undo.isPending || redo.isPending,
    select: setChosen,
    /** The lesion that a further note is about, and that is opened: what is selected says which, or there is only one. */
    meant,
    viewed,
    view: setViewed,
    /** The lesion whose report is previewed. */
    reported,
    report: setReported,
    setBeside,
  }
}
