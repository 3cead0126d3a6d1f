import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { listDrafts, useDraftKeeper } from '../entry/useDraft.ts'

type Json = z.infer<ReturnType<typeof z.json>>

/**
 * The fields of a form that is about no patient yet, kept encrypted as they are typed, so that a lock, a crash or a closed
 * window loses nothing. The form is there at once: what was kept comes into it unless something is typed before.
 */
export function useKeptForm<T extends Json>(key: string, schema: z.ZodType<T>, blank: T) {
  const [fields, setFields] = useState<T>(blank)
  const [isRestored, setIsRestored] = useState(false)
  const isTouched = useRef(false)
  const first = useRef({ schema, blank })
  const { keep, drop, settled } = useDraftKeeper(key, null)
  useEffect(() => {
    let isGone = false
    listDrafts(null).then(
      drafts => {
        const kept = first.current.schema.safeParse(drafts.find(each => each.key === key)?.body)
        if (isGone || isTouched.current || !kept.success) return
        setFields(() => kept.data)
        setIsRestored(true)
      },
      // Without the draft the form is as it would have been; nothing stored is touched.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [key])
  useEffect(() => {
    if (isTouched.current) keep(() => fields)
  }, [keep, fields])
  const change = useCallback((edit: (before: T) => T) => {
    isTouched.current = true
    setFields(edit)
  }, [])
  /** Saved, or given up: nothing of it is offered again. */
  const discard = useCallback(() => {
    isTouched.current = false
    setFields(() => first.current.blank)
    setIsRestored(false)
    drop()
    return settled()
  }, [drop, settled])
  return { fields, isRestored, change, discard }
}
