import type { Axis } from '../../../shared/board/axis.ts'
import type { Board } from '../../../shared/board/board.ts'
import { drawTimeline, type TimelineOptions } from '../../../shared/timeline/drawTimeline.ts'
import { drawingToSvg } from '../../../shared/timeline/toSvg.ts'
import { api } from '../../api/client.ts'
import { useNotify } from '../../components/notices.tsx'
import { sentenceOf, useHost } from '../session/session.ts'

type Shown = Readonly<{ board: Board; axis: Axis | undefined }> &
  Pick<TimelineOptions, 'folds' | 'collapsed' | 'opened' | 'marked'>

/** Size of the saved drawing in points: an A4 page on its side, within its margins. */
const SAVED = { width: 780, labelWidth: 176, rowHeight: 9.6 } as const

/** The drawing as it is set on screen, in black on white as it is printed, whole at any zoom. */
export function savedSvg({ board, axis, ...options }: Shown & { axis: Axis }): string {
  const drawing = drawTimeline({
    board,
    axis,
    ...SAVED,
    density: 'paper',
    selected: null,
    ...options,
  })
  return drawingToSvg(drawing, 'paper')
}

/** Saves the axis as a file of vectors, and has it put on record. */
export function useSaveAxis(shown: Shown): (() => void) | null {
  const host = useHost()
  const notify = useNotify()
  const { axis, board } = shown
  if (axis === undefined) return null
  return () => {
    const svg = savedSvg({ ...shown, axis })
    const { patientId } = board.banner
    saved(patientId, svg, host.data?.canSaveFile === true).then(
      text => notify({ text, tone: 'done' }),
      error => notify({ text: sentenceOf(error), tone: 'problem' }),
    )
  }
}

async function saved(patientId: Board['banner']['patientId'], svg: string, byHost: boolean) {
  if (byHost) {
    const { saved: isSaved } = await api.invoke('axis:save', { patientId, svg })
    return isSaved ? 'The axis is saved, and put on record.' : 'The axis was not saved.'
  }
  const { fileName } = await api.invoke('axis:record', { patientId, svg })
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
  return 'The axis is handed to the browser to save, and put on record.'
}
