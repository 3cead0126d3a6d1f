import type { EntryKind } from '../../../shared/case/entry.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import { ADDABLE } from './entryTarget.ts'

type Props = Readonly<{
  open: OpenCase
  canWrite: boolean
  isAdding: boolean
  onAdding: (isOpen: boolean) => void
  onAdd: (kind: EntryKind) => void
  onUndo: () => void
  onRedo: () => void
}>

/** The board's own buttons on the app bar: add, undo, redo, the last two while there is something to undo. */
export function BoardTools({ open, canWrite, isAdding, onAdding, onAdd, onUndo, onRedo }: Props) {
  if (!canWrite) return null
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
