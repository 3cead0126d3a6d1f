import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The place on the app bar for the buttons of the board on screen; null for a board that is not. */
export const BoardFrame = createContext<HTMLElement | null>(null)

/** Puts the board's own buttons on the app bar, while the board is on screen. */
export function OnAppBar({ children }: { children: ReactNode }) {
  const tools = useContext(BoardFrame)
  return tools === null ? null : createPortal(children, tools)
}
