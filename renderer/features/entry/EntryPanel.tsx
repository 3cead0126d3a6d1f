import { type RefObject, useRef, useState } from 'react'
import type { EntryKind } from '../../../shared/case/entry.ts'
import { draftKey } from '../../../shared/forms/draft.ts'
import type { Preset } from '../../../shared/forms/newEntry.ts'
import type { EntryId, PatientId } from '../../../shared/ids.ts'
import type { Draft, OpenCase } from '../../../shared/ipc/contract.ts'
import { conflictsOf } from '../../../shared/rules/conflicts.ts'
import { Button } from '../../components/Button.tsx'
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import { EntryForm } from './EntryForm.tsx'
import notes from './notes.module.css'
import { PatientPanel } from './PatientPanel.tsx'
import { SettlePanel } from './SettlePanel.tsx'
import { useKeptDraft } from './useDraft.ts'

/** What the form beside the board is opened for. */
export type EntryTarget =
  | Readonly<{ mode: 'add'; kind: EntryKind; preset?: Preset<EntryKind> }>
  | Readonly<{ mode: 'edit'; entry: EntryId; field?: string }>
  /** By the recorded conflict's entry, or by the label of one that the readings themselves show. */
  | Readonly<{ mode: 'settle'; conflict: EntryId }>
  | Readonly<{ mode: 'settle'; label: string }>
  | Readonly<{ mode: 'patient' }>
  | Readonly<{ mode: 'question' }>

type Props = Readonly<{
  patientId: PatientId
  openCase: OpenCase
  target: EntryTarget
  /** The drafts of this patient, just asked for; null where the form has to ask. */
  drafts: readonly Draft[] | null
  onClose: () => void
  /** The entry that was saved; null for the patient's details. The case on screen is already the new one. */
  onSaved: (saved: EntryId | null) => void
}>

/** The form beside the board, for whatever is to be added, changed or settled. */
export function EntryPanel(props: Props) {
  return <TargetPanel key={JSON.stringify(props.target)} {...props} />
}

function TargetPanel({ patientId, openCase, target, drafts, onClose, onSaved }: Props) {
  const [round, setRound] = useState(0)
  const lastDocument = useRef('')
  const [editing, setEditing] = useState<EntryId | null>(null)
  const shown: EntryTarget = editing === null ? target : { mode: 'edit', entry: editing }
  const opening = openingOf(shown, openCase)
  if (opening === null)
    return (
      <div className={notes.note} role="status">
        <span>What this form was for is no longer in this case.</span>
        <Button onPress={onClose}>Close</Button>
      </div>
    )
  const key = `${keyOf(opening, patientId)} ${round}`
  return (
    <Drafted
      key={key}
      patientId={patientId}
      openCase={openCase}
      opening={opening}
      // What was kept since is not among them.
      known={round === 0 && editing === null ? drafts : null}
      lastDocument={lastDocument}
      onClose={onClose}
      onSaved={(saved, another) => {
        onSaved(saved)
        if (another) setRound(before => before + 1)
        else onClose()
      }}
      onEdit={setEditing}
    />
  )
}

type Opening =
  | Readonly<{
      type: 'entry'
      kind: EntryKind
      entry: EntryId | null
      preset: Preset<EntryKind>
      reveal: string | null
      questionOnly: boolean
    }>
  | Readonly<{ type: 'settle'; label: string }>
  | Readonly<{ type: 'patient' }>

function openingOf(target: EntryTarget, { case: of }: OpenCase): Opening | null {
  const context = of.entries.find(({ body }) => body.kind === 'context')?.id ?? null
  switch (target.mode) {
    case 'patient':
      return { type: 'patient' }
    case 'question':
      return {
        type: 'entry',
        kind: 'context',
        entry: context,
        preset: {},
        reveal: 'question',
        questionOnly: true,
      }
    case 'settle': {
      const conflict = conflictsOf(of).find(each =>
        'label' in target ? each.label === target.label : each.entry === target.conflict,
      )
      return conflict === undefined ? null : { type: 'settle', label: conflict.label }
    }
    case 'edit': {
      const entry = of.entries.find(({ id }) => id === target.entry)
      if (entry === undefined) return null
      return {
        type: 'entry',
        kind: entry.body.kind,
        entry: entry.id,
        preset: {},
        reveal: target.field ?? null,
        questionOnly: false,
      }
    }
    case 'add':
      return {
        type: 'entry',
        kind: target.kind,
        // There is one context a case: adding to it means changing it.
        entry: target.kind === 'context' ? context : null,
        preset: target.preset ?? {},
        reveal: null,
        questionOnly: false,
      }
  }
}

function keyOf(opening: Opening, patientId: PatientId): string {
  switch (opening.type) {
    case 'patient':
      return `details:${patientId}`
    case 'settle':
      return `settle:${patientId}:${opening.label}`
    case 'entry':
      return draftKey(opening.kind, patientId, opening.entry)
  }
}

/** Waits for what was typed before, which is a moment, and opens the form with it. */
function Drafted({
  patientId,
  openCase,
  opening,
  known,
  lastDocument,
  onClose,
  onSaved,
  onEdit,
}: Readonly<{
  patientId: PatientId
  openCase: OpenCase
  opening: Opening
  known: readonly Draft[] | null
  lastDocument: RefObject<string>
  onClose: () => void
  onSaved: (saved: EntryId | null, another: boolean) => void
  onEdit: (entry: EntryId) => void
}>) {
  const key = keyOf(opening, patientId)
  const kept = useKeptDraft(key, patientId, known)
  useHeldKeys(kept.state === 'loading')
  if (kept.state === 'loading') return null
  const { draft } = kept
  if (opening.type === 'patient')
    return (
      <PatientPanel
        openCase={openCase}
        draftKey={key}
        draft={draft}
        onClose={onClose}
        onSaved={() => onSaved(null, false)}
      />
    )
  if (opening.type === 'settle') {
    const conflict = conflictsOf(openCase.case).find(({ label }) => label === opening.label)
    return conflict === undefined ? null : (
      <SettlePanel
        openCase={openCase}
        conflict={conflict}
        draftKey={key}
        draft={draft}
        onClose={onClose}
        onSaved={saved => onSaved(saved, false)}
        onEdit={onEdit}
      />
    )
  }
  const { kind, preset, reveal, questionOnly } = opening
  return (
    <EntryForm
      kind={kind}
      openCase={openCase}
      entry={openCase.case.entries.find(({ id }) => id === opening.entry) ?? null}
      preset={preset}
      draftKey={key}
      draft={draft}
      reveal={reveal}
      questionOnly={questionOnly}
      lastDocument={lastDocument}
      onClose={onClose}
      onSaved={onSaved}
    />
  )
}
