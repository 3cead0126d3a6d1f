import type { PatientId } from '../../../shared/ids.ts'
import { stillAwaited } from '../../../shared/meeting/listItem.ts'
import type { MeetingList, MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { useCommands } from '../palette/CommandProvider.tsx'
import { nameOf } from '../patients/patientWords.ts'
import type { RowDeeds } from './CaseRow.tsx'
import type { ItemFocus } from './ItemPanel.tsx'
import type { ListDeeds } from './useListDeeds.ts'

type Options = Readonly<{
  list: MeetingList | null
  /** The case that the keys are for. */
  row: MeetingRow | null
  canEdit: boolean
  canAsk: boolean
  deeds: ListDeeds
  rowDeeds: RowDeeds
  isBeside: boolean
  isActive: boolean
  onItem: (focus: ItemFocus) => void
  onAdd: () => void
  onDetails: () => void
  onClose: () => void
  onPresent: (patientId: PatientId) => void
  onPrint: (() => void) | null
}>

/** What can be done on the list of a meeting, by keys and from the palette. */
export function useListCommands(options: Options): void {
  const { list, row, canEdit, canAsk, deeds, rowDeeds, isBeside, isActive } = options
  const closed = list?.meeting.status === 'closed' ? 'The list of this meeting is closed.' : null
  const forbidden = canEdit ? null : (closed ?? 'Your role may not change a list.')
  const needsRow = row === null ? 'No case is on this list.' : null
  const onRow = forbidden ?? needsRow
  const patientId = row?.item.patientId ?? null
  const withRow = (run: (patientId: PatientId, row: MeetingRow) => void) => () => {
    if (row !== null && patientId !== null) run(patientId, row)
  }
  const firstMissing = row?.readiness.required[0] ?? row?.readiness.others[0] ?? null
  const firstAwaited = row === null ? null : (stillAwaited(row.item.body.awaited)[0] ?? null)
  useCommands(
    {
      'list.add': { run: options.onAdd, unavailable: forbidden },
      'list.details': { run: options.onDetails, unavailable: forbidden },
      'list.question': {
        run: withRow(id => rowDeeds.ask(id)),
        unavailable: (canAsk ? null : (closed ?? 'Your role may not change a case.')) ?? needsRow,
      },
      'list.edit': { run: () => options.onItem('state'), unavailable: onRow },
      'list.defer': { run: () => options.onItem('deferred'), unavailable: onRow },
      'list.skip': { run: () => options.onItem('notDiscussed'), unavailable: onRow },
      'list.discuss': {
        run: withRow(
          id => void deeds.item(id, before => ({ ...before, state: { state: 'forDiscussion' } })),
        ),
        unavailable:
          onRow ??
          (row?.item.body.state.state === 'forDiscussion' ? 'It is for discussion now.' : null),
      },
      'list.await': { run: () => options.onItem('awaited'), unavailable: onRow },
      'list.arrived': {
        run: withRow(id => firstAwaited !== null && rowDeeds.arrived(id, firstAwaited.id, true)),
        ...(firstAwaited === null ? {} : { title: `Has come: ${firstAwaited.what}` }),
        unavailable: onRow ?? (firstAwaited === null ? 'No result is awaited here.' : null),
      },
      'list.fill': {
        run: withRow(id => firstMissing !== null && rowDeeds.fill(id, firstMissing.goTo)),
        ...(firstMissing === null ? {} : { title: `Fill in: ${firstMissing.label}` }),
        unavailable: needsRow ?? (firstMissing === null ? 'Nothing is missing here.' : null),
      },
      'list.outcome': { run: withRow(id => rowDeeds.outcome(id)), unavailable: needsRow },
      'list.drop': {
        run: withRow((id, { patient }) => void deeds.drop(id, nameOf(patient))),
        unavailable: onRow,
      },
      'board.present': {
        title: 'Present the meeting',
        run: withRow(id => options.onPresent(id)),
        unavailable: needsRow,
      },
      ...(options.onPrint === null
        ? {}
        : {
            'board.print': {
              title: 'Print the pack, agenda, supplement or letters',
              run: options.onPrint,
              unavailable: needsRow,
            },
          }),
      'case.undo': {
        run: () => void deeds.undo(),
        ...(list?.undo == null ? {} : { title: `Undo: ${list.undo.label}` }),
        unavailable: forbidden ?? (list?.undo == null ? 'There is nothing to undo here.' : null),
      },
      'case.redo': {
        run: () => void deeds.redo(),
        ...(list?.redo == null ? {} : { title: `Redo: ${list.redo.label}` }),
        unavailable: forbidden ?? (list?.redo == null ? 'Nothing was undone here.' : null),
      },
      ...(isBeside ? { 'app.close': { run: options.onClose } } : {}),
    },
    isActive,
  )
}
