import { useState } from 'react'
import type { PrintLogOf } from '../../../shared/meeting/printLog.ts'
import { Button } from '../../components/Button.tsx'
import { useCommands } from '../palette/CommandProvider.tsx'
import { PrintLogDialog } from '../preview/PrintLogDialog.tsx'

type Props = Readonly<{
  of: PrintLogOf
  /** What the palette calls it. */
  title: string
  /** The words of a button that opens it; null draws none. */
  button: string | null
}>

/** The log of what was printed, saved or opened of who or what is on screen: from the palette, and by a button. */
export function PrintLog({ of, title, button }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  useCommands({ 'board.printLog': { title, run: () => setIsOpen(true) } })
  return (
    <>
      {button !== null && (
        <Button look="plain" onPress={() => setIsOpen(true)}>
          {button}
        </Button>
      )}
      {isOpen && <PrintLogDialog of={of} onClose={() => setIsOpen(false)} />}
    </>
  )
}
