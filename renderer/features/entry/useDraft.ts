import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { PatientId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/ipc/contract.ts'
import { beforeLock } from '../../api/beforeLock.ts'
import { api } from '../../api/client.ts'

/** So long after the first letter that is not kept yet, whether or not more are typed. */
const KEEP_AFTER_MS = 350

type Json = z.infer<ReturnType<typeof z.json>>
export type KeptDraft =
  | Readonly<{ state: 'loading' }>
  | Readonly<{ state: 'ready'; draft: Draft | null }>

/** The last call about each draft, whichever form made it. */
const lastCalls = new Map<string, Promise<void>>()

/** Calls about a draft follow one another, so that it is never put after it was deleted. Never fails. */
function inOrder(key: string, call: () => Promise<void>): void {
  const last = (lastCalls.get(key) ?? Promise.resolve()).then(call)
  lastCalls.set(key, last)
  void last.then(() => {
    if (lastCalls.get(key) === last) lastCalls.delete(key)
  })
}

/**
 * Everything that was typed of this patient and not saved; of none in particular where it is null. What was saved a moment
 * ago is not among it: a draft that is being deleted is waited for.
 */
export async function listDrafts(patientId: PatientId | null): Promise<readonly Draft[]> {
  await Promise.all(lastCalls.values())
  const { drafts } = await api.invoke('draft:list', { patientId })
  return drafts
}

/** What was typed into this form before and not saved, if anything; `known` where the drafts were just asked for. */
export function useKeptDraft(
  key: string,
  patientId: PatientId,
  known: readonly Draft[] | null = null,
): KeptDraft {
  const [isKnown] = useState(known !== null)
  const [kept, setKept] = useState<KeptDraft>(() =>
    known === null ? { state: 'loading' } : { state: 'ready', draft: draftOf(known, key) },
  )
  useEffect(() => {
    if (isKnown) return
    let isGone = false
    listDrafts(patientId).then(
      drafts => {
        if (!isGone) setKept({ state: 'ready', draft: draftOf(drafts, key) })
      },
      // Without its draft the form opens as it is stored; the draft stays where it is kept.
      () => {
        if (!isGone) setKept({ state: 'ready', draft: null })
      },
    )
    return () => {
      isGone = true
    }
  }, [isKnown, key, patientId])
  return kept
}

function draftOf(drafts: readonly Draft[], key: string): Draft | null {
  return drafts.find(each => each.key === key) ?? null
}

/**
 * Keeps what is typed, encrypted, at most half a second after a letter, and at once when the field, the form or the window
 * is left. What is kept is put together then, not at every letter.
 */
export function useDraftKeeper(key: string, patientId: PatientId | null) {
  const [problem, setProblem] = useState(false)
  const state = useRef({
    waiting: null as (() => Json) | null,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })

  const flush = useCallback(() => {
    const own = state.current
    clearTimeout(own.timer)
    own.timer = undefined
    if (own.waiting === null) return
    const body = own.waiting()
    own.waiting = null
    inOrder(key, () =>
      api.invoke('draft:put', { key, patientId, body }).then(
        () => setProblem(false),
        () => setProblem(true),
      ),
    )
  }, [key, patientId])

  const keep = useCallback(
    (body: () => Json) => {
      const own = state.current
      own.waiting = body
      own.timer ??= setTimeout(flush, KEEP_AFTER_MS)
    },
    [flush],
  )

  const drop = useCallback(() => {
    const own = state.current
    clearTimeout(own.timer)
    own.timer = undefined
    own.waiting = null
    inOrder(key, () =>
      api.invoke('draft:delete', { key }).then(
        () => {},
        // A draft that stays behind is offered again, and can be discarded there.
        () => {},
      ),
    )
  }, [key])
  const settled = useCallback(() => lastCalls.get(key) ?? Promise.resolve(), [key])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    // A command from the keyboard may lock the workspace before the next pause in typing.
    const onCommand = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) flush()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', flush)
    window.addEventListener('keydown', onCommand, { capture: true })
    const forget = beforeLock(() => {
      flush()
      return settled()
    })
    return () => {
      forget()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('keydown', onCommand, { capture: true })
      flush()
    }
  }, [flush, settled])

  return {
    keep,
    flush,
    drop,
    /** Once everything that was asked for so far is done. */
    settled,
    problem,
  }
}
