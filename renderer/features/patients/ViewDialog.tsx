import { useId, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'

type Props = Readonly<{
  title: string
  name: string
  /** What was wrong with the name that was tried. */
  problem: string | null
  onClose: () => void
  onName: (name: string) => void
}>

/** Asks for the name of a view. */
export function ViewDialog({ title, name, problem, onClose, onName }: Props) {
  const form = useId()
  const [text, setText] = useState(name)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            onPress={() => onName(text.trim())}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={event => {
          event.preventDefault()
          if (text.trim() !== '') onName(text.trim())
        }}
      >
        <TextField
          label="Name of the view"
          description="Search, filters, order and columns are kept; for you alone."
          value={text}
          onChange={setText}
          maxLength={60}
          error={problem}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
