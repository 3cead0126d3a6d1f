import { useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Pin } from '../../../shared/case/lesion.ts'
import { blankForm } from '../../../shared/forms/forms.ts'
import { type SkinVisitTyped, visitDraftKey } from '../../../shared/forms/skinVisit.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import notes from '../entry/notes.module.css'
import { useKeptDraft } from '../entry/useDraft.ts'
import { withPin } from './PlaceSection.tsx'
import { VisitForm } from './VisitForm.tsx'

/** What the skin form is opened for: a new lesion, perhaps at a pin, or a further note on one. */
export type SkinTarget = Readonly<{ lesion: null; pin: Pin | null }> | Readonly<{ lesion: EntryId }>

type Props = Readonly<{
  openCase: OpenCase
  board: Board
  target: SkinTarget
  /** Opens the reference tables over the form. */
  onReference: () => void
  onClose: () => void
  onSaved: (lesion: EntryId) => void
}>

/** The form of a look at the skin beside the board, with what was typed into it before. */
export function SkinPanel(props: Props) {
  const [round, setRound] = useState(0)
  return (
    <Drafted
      key={`${JSON.stringify(props.target)} ${round}`}
      {...props}
      onAgain={() => setRound(before => before + 1)}
    />
  )
}

function Drafted({
  openCase,
  board,
  target,
  onReference,
  onClose,
  onSaved,
  onAgain,
}: Props & Readonly<{ onAgain: () => void }>) {
  const { patient, entries } = openCase.case
  const key = visitDraftKey(patient.id, target.lesion)
  const kept = useKeptDraft(key, patient.id)
  useHeldKeys(kept.state === 'loading')
  const lesion = entries.find(({ id }) => id === target.lesion) ?? null
  if (kept.state === 'loading') return null
  if (target.lesion !== null && lesion === null)
    return (
      <div className={notes.note} role="status">
        <span>The lesion that this note was for is no longer in this case.</span>
        <Button onPress={onClose}>Close</Button>
      </div>
    )
  const shown = board.lesions.find(({ entry }) => entry === target.lesion)
  const lastId = shown?.notes.at(-1)
  const last = entries.find(({ id }) => id === lastId)?.body
  const preset: Partial<SkinVisitTyped['lesion']> =
    target.lesion === null && target.pin !== null ? presetOf(target.pin) : {}
  return (
    <VisitForm
      openCase={openCase}
      lesion={lesion}
      last={last?.kind === 'skinNote' ? last : null}
      lastWhen={board.skinNotes.find(({ entry }) => entry === lastId)?.when.text ?? ''}
      lastSize={shown?.sizePoints.at(-1)?.text ?? null}
      preset={preset}
      draftKey={key}
      draft={kept.draft}
      onReference={onReference}
      onClose={onClose}
      onSaved={(saved, another) => {
        onSaved(saved)
        if (another) onAgain()
        else onClose()
      }}
    />
  )
}

function presetOf(pin: Pin): Partial<SkinVisitTyped['lesion']> {
  const { pin: pinned, place, side } = withPin(blankForm('lesion'), pin)
  return { pin: pinned, place, side }
}
