import type { EntryKind } from '../../../shared/case/entry.ts'
import { Button } from '../../components/Button.tsx'
import type { BoardActions } from './boardActions.ts'

type Props = Readonly<{
  actions: BoardActions
  /** What this panel lists, and adds. */
  kinds: readonly Readonly<{ kind: EntryKind; add: string; short: string }>[]
}>

/** The buttons of a panel: add to it; edit, or see in full, what is selected in it. */
export function PanelTools({ actions, kinds }: Props) {
  const { selectedKind, canWrite, add, edit, showDetails } = actions
  const isHere = kinds.some(({ kind }) => kind === selectedKind)
  return (
    <>
      {canWrite &&
        kinds.map(({ kind, add: words, short }) => (
          <Button key={kind} look="plain" label={words} onPress={() => add(kind)}>
            {short}
          </Button>
        ))}
      {isHere && canWrite && (
        <Button look="plain" label="Edit what is selected" onPress={edit} keyShortcuts="E">
          Edit
        </Button>
      )}
      {isHere && (
        <Button
          look="plain"
          label="Details of what is selected"
          onPress={showDetails}
          keyShortcuts="D"
        >
          Details
        </Button>
      )}
    </>
  )
}
