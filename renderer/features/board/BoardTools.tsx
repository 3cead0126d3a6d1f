import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import type { BoardActions } from './boardActions.ts'
import { ADDABLE, type Addable } from './entryTarget.ts'

type Props = Readonly<{
  open: OpenCase
  canWrite: boolean
  /** What can be done with what is selected, where its own panel has no room for the buttons. */
  selection: Pick<BoardActions, 'edit' | 'showDetails'> | null
  isAdding: boolean
  onAdding: (isOpen: boolean) => void
  onAdd: (kind: Addable) => void
  onUndo: () => void
  onRedo: () => void
  /** Puts the case on the list of a meeting; null for who may not. */
  onList: (() => void) | null
}>

/** The board's own buttons on the app bar: add, undo, redo, the last two while there is something to undo. */
export function BoardTools(props: Props) {
  const { open, canWrite, selection, isAdding, onAdding, onAdd, onUndo, onRedo, onList } = props
  const details = selection !== null && (
    <Button look="chrome" onPress={selection.showDetails} keyShortcuts="D">
      Details <Shortcut keys="D" />
    </Button>
  )
  const list = onList !== null && (
    <Button look="chrome" onPress={onList} keyShortcuts="J">
      To a meeting <Shortcut keys="J" />
    </Button>
  )
  if (!canWrite)
    return (
      <>
        {list}
        {details}
      </>
    )
  return (
    <>
      <MenuButton
        look="chrome"
        label="Add"
        keys="A"
        keyShortcuts="A"
        placement="bottom start"
        isOpen={isAdding}
        onOpenChange={onAdding}
        choices={ADDABLE}
        onChoose={onAdd}
      />
      {list}
      {selection !== null && (
        <Button look="chrome" onPress={selection.edit} keyShortcuts="E">
          Edit <Shortcut keys="E" />
        </Button>
      )}
      {details}
      {open.undo !== null && (
        <Button
          look="chrome"
          onPress={onUndo}
          keyShortcuts="Control+Z"
          label={`Undo: ${open.undo.label}`}
        >
          Undo <Shortcut keys="Ctrl Z" />
        </Button>
      )}
      {open.redo !== null && (
        <Button
          look="chrome"
          onPress={onRedo}
          keyShortcuts="Control+Shift+Z"
          label={`Redo: ${open.redo.label}`}
        >
          Redo
        </Button>
      )}
    </>
  )
}
