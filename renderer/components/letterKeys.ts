import { createContext, useContext } from 'react'

/** Whether keys without Control are commands, which a person who dictates or whose hand is unsteady may switch off. */
export const LetterKeys = createContext(true)

export function useLetterKeys(): boolean {
  return useContext(LetterKeys)
}
