import { useCallback, useEffect, useRef, useState } from 'react'
import { beforeLock } from '../../api/beforeLock.ts'

const PAUSE_MS = 700

/**
 * A text that keeps itself: after a pause, when its field is left and before a lock. What is typed stays in the field until
 * what is stored says the same; `save` answers false for what could not be kept, which stays to be put right.
 */
export function useLive(stored: string, save: (text: string) => Promise<unknown>) {
  const [typed, setTyped] = useState<string | null>(null)
  const own = useRef({
    stored,
    save,
    typed: null as string | null,
    isWaiting: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  useEffect(() => {
    own.current.stored = stored
    own.current.save = save
  })
  const flush = useCallback(async () => {
    const { current } = own
    clearTimeout(current.timer)
    const { typed: text, isWaiting } = current
    if (!isWaiting || text === null) return true
    current.isWaiting = false
    const isKept = text === current.stored || (await current.save(text)) !== false
    // What could not be kept waits on, unless something else is typed meanwhile.
    if (!isKept) current.isWaiting = true
    return isKept
  }, [])
  useEffect(() => {
    const forget = beforeLock(flush)
    return () => {
      forget()
      void flush()
    }
  }, [flush])
  return {
    text: typed ?? stored,
    change: (text: string) => {
      const { current } = own
      setTyped(text)
      current.typed = text
      current.isWaiting = true
      clearTimeout(current.timer)
      current.timer = setTimeout(() => void flush(), PAUSE_MS)
    },
    /** The field is left, or Enter pressed in it. */
    leave: () => {
      const before = own.current.typed
      void flush().then(isKept => {
        if (!isKept || own.current.typed !== before) return
        own.current.typed = null
        setTyped(null)
      })
    },
  }
}
