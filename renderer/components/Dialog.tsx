import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { useOverflow } from './useOverflow.ts'

type Props = Readonly<{
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot; without them there is one that closes. */
  actions?: ReactNode
  width?: 'narrow' | 'wide' | 'full'
  /** For what needs an answer: a click outside and Escape do not close it. */
  needsAnswer?: boolean
}>

/** A question or a text over the screen; Escape closes it and focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  width = 'narrow',
  needsAnswer = false,
}: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!needsAnswer}
      isKeyboardDismissDisabled={needsAnswer}
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={`${styles.modal ?? ''} ${styles[width] ?? ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          <Body title={title}>{children}</Body>
          <div className={styles.actions}>
            {actions ?? <Button onPress={onClose}>Close</Button>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Takes a tab stop where its content is longer than the screen, so that the arrow keys can scroll it. */
function Body({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const [body, overflows] = useOverflow<HTMLDivElement>()
  return (
    <div
      ref={body}
      className={styles.body}
      {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
    >
      {children}
    </div>
  )
}
