import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { type FieldError, isSame, type Reading } from '../../../shared/forms/codec.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { Field } from './field.ts'
import { useDraftKeeper } from './useDraft.ts'
import { useSteady } from './useSteady.ts'

type Json = z.infer<ReturnType<typeof z.json>>

type Options<V, T> = Readonly<{
  initial: V
  /** What the form holds when nothing has been typed: then there is no draft to keep. */
  baseline: V
  read: (typed: V) => Reading<T>
  draftKey: string
  patientId: PatientId
  draftOf: (typed: V) => Json
}>

const NONE: readonly FieldError[] = []

function isAtOrUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`)
}

/** What every form beside the board does: hold what is typed, keep it as a draft, name what is wrong and lead there. */
export function useFormShell<V, T>(options: Options<V, T>) {
  const { baseline, read, draftKey, patientId, draftOf } = options
  const [typed, setTyped] = useState(options.initial)
  const [wasTried, setWasTried] = useState(false)
  const [refused, setRefused] = useState<readonly FieldError[]>([])
  const [message, setMessage] = useState<string | null>(null)
  const panel = useRef<HTMLElement>(null)
  const { keep, flush, drop, problem } = useDraftKeeper(draftKey, patientId)
  const isTouched = useRef(false)
  const isDirty = !isSame(typed, baseline)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft follows what is typed, and nothing else
  useEffect(() => {
    if (!isTouched.current) return
    if (isDirty) keep(() => draftOf(typed))
    else drop()
  }, [typed])

  const found = useMemo(() => (wasTried ? read(typed) : null), [wasTried, read, typed])
  const errors = useSteady<readonly FieldError[]>([
    ...(found === null || found.ok ? [] : found.error),
    ...refused,
  ])

  const update = useCallback((change: (value: V) => V) => {
    isTouched.current = true
    setRefused(NONE)
    setTyped(change)
  }, [])
  const form: Field<V> = { value: typed, path: '', update }

  /** Leads to the field at a path, or to the row or the list that it stands in. */
  const goTo = useCallback((path: string): void => {
    const spots = [...(panel.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
    const at = (wanted: string) =>
      spots.find(spot => spot.dataset.path === wanted) ??
      spots.find(spot => isAtOrUnder(spot.dataset.path ?? '', wanted))
    let wanted = path
    let spot = at(wanted)
    while (spot === undefined && wanted.includes('.')) {
      wanted = wanted.slice(0, wanted.lastIndexOf('.'))
      spot = at(wanted)
    }
    const control = spot?.querySelector<HTMLElement>(
      'input:not([tabindex="-1"]), textarea, button:not([tabindex="-1"])',
    )
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
  }, [])

  /** Leads to the first wrong field once it is drawn. */
  const goToFirst = useCallback(
    (wrong: readonly FieldError[]): void => {
      requestAnimationFrame(() => {
        const spots = [...(panel.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
        const first = spots.find(spot =>
          wrong.some(({ path }) => isAtOrUnder(spot.dataset.path ?? '', path)),
        )
        goTo(first?.dataset.path ?? wrong[0]?.path ?? '')
      })
    },
    [goTo],
  )

  /** The value that the form says; null where a field is wrong, and then the first of them has the focus. */
  function attempt(): T | null {
    setWasTried(true)
    setMessage(null)
    const result = read(typed)
    if (result.ok) return result.value
    goToFirst(result.error)
    return null
  }

  const refuse = useCallback(
    (wrong: readonly FieldError[], sentence: string | null) => {
      setRefused(wrong)
      setMessage(sentence)
      if (wrong.length > 0) goToFirst(wrong)
    },
    [goToFirst],
  )
  const errorAt = useCallback(
    (...paths: readonly string[]) =>
      errors.find(({ path }) => paths.includes(path))?.message ?? null,
    [errors],
  )
  const hasErrorUnder = useCallback(
    (path: string) => errors.some(error => isAtOrUnder(error.path, path)),
    [errors],
  )

  return {
    typed,
    form,
    panel,
    errors,
    message,
    isDirty,
    draftProblem: problem,
    flush,
    drop,
    attempt,
    goTo,
    /** Puts other values in the form, such as the ones that it was opened with. */
    reset: (next: V) => {
      isTouched.current = false
      setWasTried(false)
      setRefused(NONE)
      setMessage(null)
      setTyped(() => next)
    },
    refuse,
    errorAt,
    hasErrorUnder,
  }
}
export type FormShell<V, T> = ReturnType<typeof useFormShell<V, T>>
