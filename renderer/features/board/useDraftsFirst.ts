import { useEffect, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/ipc/contract.ts'
import { useHeldKeys } from '../../components/useHeldKeys.ts'
import { listDrafts } from '../entry/useDraft.ts'
import type { Beside } from './useBoardState.ts'

type Known = Readonly<{ of: Beside; drafts: readonly Draft[] | null }>

const NOTHING: Known = { of: null, drafts: null }

/**
 * What stands beside the board, a form only once the drafts are known that it may begin with: then the board makes room
 * and the form is drawn in one step, not one after the other. What is typed meanwhile waits for the form.
 */
export function useDraftsFirst(
  beside: Beside,
  patientId: PatientId,
): Readonly<{ shown: Beside; drafts: readonly Draft[] | null }> {
  const [known, setKnown] = useState(NOTHING)
  // Where something stands beside the board already, the form takes its place and asks by itself.
  const isWaiting = beside?.type === 'form' && known.of === null
  if (!isWaiting && known.of !== beside) setKnown({ of: beside, drafts: null })
  useHeldKeys(isWaiting)
  useEffect(() => {
    if (!isWaiting) return
    let isGone = false
    const take = (drafts: Known['drafts']) => {
      if (!isGone) setKnown({ of: beside, drafts })
    }
    listDrafts(patientId).then(take, () => take(null))
    return () => {
      isGone = true
    }
  }, [isWaiting, beside, patientId])
  return {
    shown: isWaiting ? null : beside,
    drafts: known.of === beside ? known.drafts : null,
  }
}
