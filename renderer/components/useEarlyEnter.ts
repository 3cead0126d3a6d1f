import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Enter in a search may come before its answer has: it then takes the best of it, as soon as the answer is that of what was
 * typed, unless something else is typed meanwhile. Answers what to do when Enter is pressed.
 */
export function useEarlyEnter(text: string, isCurrent: boolean, takeBest: () => void): () => void {
  const [awaited, setAwaited] = useState<string | null>(null)
  const take = useRef(takeBest)
  useEffect(() => {
    take.current = takeBest
  })
  useEffect(() => {
    if (awaited === null || (awaited === text && !isCurrent)) return
    setAwaited(null)
    if (awaited === text) take.current()
  }, [awaited, text, isCurrent])
  return useCallback(() => {
    if (text.trim() !== '') setAwaited(text)
  }, [text])
}
