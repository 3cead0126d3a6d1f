import type { QueryClient } from '@tanstack/react-query'
import { type Part, partOf } from '../components/part.ts'

/** The screens of an open workspace; the screens before it need none of their code. */
export const WORKSTATION = partOf(async () => (await import('./Workstation.tsx')).Workstation)

/** The board with its forms, most of the program; the list of patients comes first. */
export const BOARDS = partOf(async () => (await import('../features/board/Boards.tsx')).Boards)

/** Meetings with their lists, and the actions that follow from them. */
export const MEETINGS = partOf(
  async () => (await import('../features/meetings/MeetingScreens.tsx')).MeetingScreens,
)

export const PRESENTATION = partOf(
  async () => (await import('../features/present/Presentation.tsx')).Presentation,
)

/** What every preview is made with; it is the screens that show one. */
const PREVIEW = partOf(() => import('../features/preview/PaperPreview.tsx'))

/** How long the screen has to be at rest between one part and the next. */
const PAUSE_MS = 600
const SOON_MS = 60

/**
 * Reads what will be wanted later while nothing else is to be done: the workstation while a passphrase is typed, the board
 * while the list is looked at. Ends when the returned function is called.
 */
export function readAhead(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0
  const next = ([part, ...rest]: readonly Part<unknown>[]) => {
    if (part === undefined) return
    idle = requestIdleCallback(() => {
      const isAtRest = client.isFetching() === 0 && client.isMutating() === 0
      if (!isAtRest) {
        timer = setTimeout(next, SOON_MS, [part, ...rest])
        return
      }
      // A failure is told where the part is drawn.
      part
        .load()
        .catch(() => {})
        .finally(() => {
          timer = setTimeout(next, PAUSE_MS, rest)
        })
    })
  }
  next([WORKSTATION, BOARDS, MEETINGS, PRESENTATION, PREVIEW])
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
}
