import { useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './PaperPreview.module.css'

const LEAST_PASSWORD = 4

type Props = Readonly<{
  password: string | null
  onPassword: (password: string | null) => void
}>

/** Whether the file opens by a password only, and by which. */
export function Protection({ password, onPassword }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  const [isShort, setIsShort] = useState(false)
  if (password !== null)
    return (
      <span className={styles.protection}>
        Protected by a password
        <Button look="plain" onPress={() => onPassword(null)}>
          Take the password off
        </Button>
      </span>
    )
  if (!isOpen)
    return (
      <Button look="plain" onPress={() => setIsOpen(true)}>
        Protect with a password…
      </Button>
    )
  return (
    <form
      className={styles.protection}
      onSubmit={event => {
        event.preventDefault()
        setIsShort(text.length < LEAST_PASSWORD)
        if (text.length < LEAST_PASSWORD) return
        onPassword(text)
        setIsOpen(false)
        setText('')
      }}
    >
      <TextField
        label="Password that opens the file"
        type="password"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        error={isShort ? 'At least 4 characters.' : null}
      />
      <Button type="submit">Protect</Button>
      <Button look="plain" onPress={() => setIsOpen(false)}>
        Leave it open
      </Button>
    </form>
  )
}
