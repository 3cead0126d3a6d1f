import type { EntryKind } from '../../../shared/case/entry.ts'
import { KIND_NAME } from '../../../shared/history/caseRules.ts'
import { describeEntry } from '../../../shared/history/describeChange.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { useCommands, useDestinations } from '../palette/CommandProvider.tsx'
import type { CommandId } from '../palette/catalogue.ts'
import { ADDABLE } from './entryTarget.ts'
import type { useBoardState } from './useBoardState.ts'

type Options = Readonly<{
  open: OpenCase
  state: ReturnType<typeof useBoardState>
  canWrite: boolean
  hasConflicts: boolean
  /** False while something else has the keys, such as the preview of the summary. */
  isActive: boolean
  onAddMenu: () => void
  onDetails: () => void
  onReference: () => void
  onList: () => void
  /** Why the case may not be put on a list; null where it may. */
  forbiddenToList: string | null
  /** Why nothing may be printed; null where it may. */
  forbiddenToPrint: string | null
}>

const FORBIDDEN = 'Your role may not change a case.'
const WHICH_LESION = 'Select a skin lesion first.'
const NOTHING_SELECTED = 'Select an entry of the board first.'

/** What can be done on a board by keys and from the palette, and the entries that the palette finds. */
export function useBoardCommands(options: Options): void {
  const { open, state, canWrite, hasConflicts, isActive, onAddMenu, onDetails, onReference } =
    options
  const forbidden = canWrite ? null : FORBIDDEN
  const needsSelection = forbidden ?? (state.selected === null ? NOTHING_SELECTED : null)
  const add = Object.fromEntries(
    ADDABLE.map(({ key }) => [
      `add.${key}` satisfies CommandId,
      { run: () => state.add(key), unavailable: forbidden },
    ]),
  )
  useCommands(
    {
      ...add,
      'board.add': { run: onAddMenu, unavailable: forbidden },
      'board.edit': { run: () => state.edit(), unavailable: needsSelection },
      'board.details': { run: onDetails },
      'board.lesion': {
        run: () => state.view(state.meant),
        unavailable: state.meant === null ? WHICH_LESION : null,
      },
      'board.lesionReport': {
        run: () => state.report(state.meant),
        unavailable: options.forbiddenToPrint ?? (state.meant === null ? WHICH_LESION : null),
      },
      'board.skinReference': { run: onReference },
      'board.list': { run: options.onList, unavailable: options.forbiddenToList },
      'board.outcomes': { run: () => state.setBeside({ type: 'outcomes' }) },
      'board.news': { run: () => state.setBeside({ type: 'news' }) },
      'board.remove': { run: state.remove, unavailable: needsSelection },
      'board.question': {
        run: () => state.show({ mode: 'question' }),
        unavailable: forbidden,
      },
      'board.patient': { run: () => state.show({ mode: 'patient' }), unavailable: forbidden },
      'board.settle': {
        run: () => state.settle(),
        unavailable: forbidden ?? (hasConflicts ? null : 'No conflict is known in this case.'),
      },
      'app.close': {
        run: () => (state.beside === null ? state.select(null) : state.setBeside(null)),
      },
      'case.undo': {
        run: state.undo,
        ...(open.undo === null ? {} : { title: `Undo: ${open.undo.label}` }),
        unavailable:
          forbidden ?? (open.undo === null ? 'There is nothing of yours to undo here.' : null),
      },
      'case.redo': {
        run: state.redo,
        ...(open.redo === null ? {} : { title: `Redo: ${open.redo.label}` }),
        unavailable: forbidden ?? (open.redo === null ? 'Nothing was undone here.' : null),
      },
    },
    isActive,
  )
  useDestinations(
    open.case.entries.map(({ id, body }) => ({
      id,
      title: describeEntry(body),
      kind: kindName(body.kind),
      go: () => state.select(id),
    })),
  )
}

function kindName(kind: EntryKind): string {
  return KIND_NAME[kind][0]
}
