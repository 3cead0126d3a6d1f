import { readFileSync } from 'node:fs'
import { type BrowserWindow, screen } from 'electron'
import { z } from 'zod'
import { writeFileAtomically } from '../vault/atomicFile.ts'
import { placeWindow, type WindowPlace } from './windowPlace.ts'

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(100),
  height: z.int().min(100),
  maximized: z.boolean(),
})

const SETTLE_MS = 500

/** The place in which the window opens: where it was left, if that is still on a screen. */
export function windowPlace(file: string): WindowPlace {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return placeWindow(
    readWindowState(file),
    [main, ...others].map(({ workArea }) => workArea),
  )
}

function readWindowState(file: string): WindowPlace | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Never written, or by another release: the window opens in its first size.
    return null
  }
}

/** Writes size and place once they have settled and when the window closes; nothing of a patient is in it. */
export function rememberWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    const state: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileAtomically(file, JSON.stringify(state))
    } catch {
      // A place that cannot be remembered is no reason to keep the window from closing.
    }
  }
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(write, SETTLE_MS)
  }
  window.on('resize', settle)
  window.on('move', settle)
  window.on('maximize', settle)
  window.on('unmaximize', settle)
  window.on('close', write)
}
