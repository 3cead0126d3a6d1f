import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
})
type WindowState = Readonly<z.infer<typeof WindowState>>

/** The size and place in which the window was left, if that is still on a screen. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
    return screen.getAllDisplays().some(({ workArea }) => overlap(workArea, state)) ? state : null
  } catch {
    // Never written, or by another release: the window opens in its first size.
    return null
  }
}

/** Writes size and place when the window closes; nothing of a patient is in it. */
export function rememberWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(file, JSON.stringify(state))
    } catch {
      // A place that cannot be remembered is no reason to keep the window from closing.
    }
  })
}

/** Whether enough of the window is on a screen to take hold of it. */
function overlap(area: Rectangle, { x, y, width }: WindowState): boolean {
  const across = Math.min(area.x + area.width, x + width) - Math.max(area.x, x)
  return across >= 100 && y >= area.y - 10 && y <= area.y + area.height - 50
}
