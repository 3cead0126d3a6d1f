import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { ShownOutcome } from '../services/ports.ts'

/** What the operating system does with a file, as Electron's `shell` offers it. */
type Shell = Readonly<{
  /** Empty when it was opened, otherwise why not. */
  openPath: (path: string) => Promise<string>
  showItemInFolder: (path: string) => void
}>

/** Files of earlier savings are forgotten. */
const MOST_REMEMBERED = 8

/** Where this process saved what, so that it can be shown. */
export function createSavedFiles(shell: Shell) {
  const paths = new Map<string, string>()
  return {
    remember: (fileName: string, path: string): void => {
      paths.delete(fileName)
      paths.set(fileName, path)
      for (const oldest of [...paths.keys()].slice(0, Math.max(0, paths.size - MOST_REMEMBERED)))
        paths.delete(oldest)
    },

    /**
     * Opens a PDF with the program for it, or shows it in its folder.
     * SECURITY: only a file that was saved here, that is a PDF by its name, and that still holds the very bytes; the screen
     * names no path, so that it can start nothing else.
     */
    show: async (
      fileName: string,
      bytes: Uint8Array,
      how: 'file' | 'folder',
    ): Promise<ShownOutcome> => {
      const path = paths.get(fileName)
      if (path === undefined) return 'notSaved'
      if (extname(path).toLowerCase() !== '.pdf') return 'notPdf'
      if (!holds(path, bytes)) return 'changed'
      if (how === 'folder') shell.showItemInFolder(path)
      else if ((await shell.openPath(path)) !== '') return 'noProgram'
      return 'shown'
    },
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}
