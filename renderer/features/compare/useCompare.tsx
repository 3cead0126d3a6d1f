import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import { defaultPair, type Pair } from '../../../shared/board/specimenComparison.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { useCommands } from '../palette/CommandProvider.tsx'
import { pairOf } from './pairOf.ts'

// Nothing of it is needed for the first drawing of a board.
const CompareDialog = lazy(async () => {
  const { CompareDialog: dialog } = await import('./CompareDialog.tsx')
  return { default: dialog }
})

type Compare = Readonly<{
  /** Opens the selected specimen beside another one, or the newest beside the one before it. */
  open: (other?: EntryId) => void
  /** Fewer than two specimens cannot be compared. */
  isPossible: boolean
  /** The open comparison, to be placed anywhere. */
  dialog: ReactNode
}>

/** Comparing two specimens: by key C, by a button, or by choosing a second row. */
export function useCompare(of: Case, board: Board, selected: EntryId | null): Compare {
  const [pair, setPair] = useState<Pair | null>(null)
  const isPossible = board.specimens.length > 1
  const open = (other: EntryId | null = null) =>
    setPair(pairOf(board, selected, other) ?? defaultPair(board))
  useCommands(
    {
      'board.compare': {
        run: () => open(focusedSpecimen(board)),
        unavailable: isPossible ? null : 'Two specimens are needed to compare.',
      },
    },
    pair === null,
  )
  return {
    open: other => open(other),
    isPossible,
    dialog: pair !== null && (
      <Suspense>
        <CompareDialog
          of={of}
          board={board}
          pair={pair}
          onPair={setPair}
          onClose={() => setPair(null)}
        />
      </Suspense>
    ),
  }
}

/** The specimen whose row has the focus. */
function focusedSpecimen(board: Board): EntryId | null {
  const row = document.activeElement?.closest('[data-entry]')?.getAttribute('data-entry')
  return board.specimens.find(({ entry }) => entry === row)?.entry ?? null
}
