import type { EntryKind } from '../../../shared/case/entry.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import type { BoardActions } from './boardActions.ts'

type Props = Readonly<{
  actions: BoardActions
  /** What this panel lists and adds, each with its words, such as "Add a site". */
  kinds: readonly Readonly<{ key: EntryKind; label: string }>[]
  /** False in a small window, where these buttons are on the app bar alone. */
  hasRoom?: boolean
}>

/** The buttons of a panel: add to it; edit, or see in full, what is selected in it. */
export function PanelTools({ actions, kinds, hasRoom = true }: Props) {
  const { selectedKind, canWrite, add, edit, showDetails } = actions
  const isHere = kinds.some(({ key }) => key === selectedKind)
  const [only, another] = kinds
  if (!hasRoom) return null
  return (
    <>
      {isHere && (
        <Button
          look="plain"
          size="small"
          label="Details of what is selected"
          onPress={showDetails}
          keyShortcuts="D"
        >
          Details
        </Button>
      )}
      {isHere && canWrite && selectedKind !== 'conflict' && (
        <Button
          look="plain"
          size="small"
          label="Edit what is selected"
          onPress={edit}
          keyShortcuts="E"
        >
          Edit
        </Button>
      )}
      {canWrite && only !== undefined && another === undefined && (
        <Button look="plain" size="small" label={only.label} onPress={() => add(only.key)}>
          Add
        </Button>
      )}
      {canWrite && another !== undefined && (
        <MenuButton look="plain" size="small" label="Add" choices={kinds} onChoose={add} />
      )}
    </>
  )
}
