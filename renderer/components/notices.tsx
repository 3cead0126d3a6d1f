import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { type Notice, NoticeBar } from './NoticeBar.tsx'

type Notify = (notice: Omit<Notice, 'key'> | null) => void

const NotifyContext = createContext<Notify>(() => {})

/** Gives every screen below it the bar at the foot that says what was just done. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const notify = useCallback<Notify>(next => {
    setNotice(next === null ? null : { ...next, key: crypto.randomUUID() })
  }, [])
  return (
    <NotifyContext value={notify}>
      {children}
      <NoticeBar notice={notice} onClose={() => setNotice(null)} />
    </NotifyContext>
  )
}

/** Says what was done or what went wrong, in the bar at the foot; null takes it away. */
export function useNotify(): Notify {
  return useContext(NotifyContext)
}
