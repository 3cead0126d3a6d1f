import { useEffect, useRef, useState } from 'react'
import type { FilesOnTheWay } from './PhotoSection.tsx'

/**
 * Saves at once, or as soon as every file that is on its way has been taken in: none is left behind. Where one is refused
 * meanwhile nothing is saved, so that why it was refused stays to be read.
 */
export function useSaveAfterFiles(save: (another: boolean) => void) {
  const [files, setFiles] = useState<FilesOnTheWay>({ coming: 0, refused: 0 })
  const [asked, setAsked] = useState<Readonly<{ another: boolean; refused: number }> | null>(null)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (asked === null || files.coming > 0) return
    setAsked(null)
    if (files.refused <= asked.refused) latest.current(asked.another)
  }, [asked, files])
  return {
    setFiles,
    /** How many photographs the saving waits for; null while it was not asked for. */
    waitsFor: asked === null ? null : files.coming,
    save: (another: boolean) => {
      if (files.coming === 0) save(another)
      else setAsked({ another, refused: files.refused })
    },
  }
}
