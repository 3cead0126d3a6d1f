import { type ReactNode, type RefObject, useId } from 'react'
import { Button } from '../../components/Button.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './PanelShell.module.css'

type Props = Readonly<{
  title: string
  panel: RefObject<HTMLElement | null>
  onClose: () => void
  onSave: (() => void) | null
  /** Saves and opens an empty form of the same kind. */
  onSaveAndAnother: (() => void) | null
  isSaving: boolean
  /** A field was left: what is typed is kept now. */
  onLeaveField: () => void
  foot?: ReactNode
  children: ReactNode
}>

/** A form beside the board. Ctrl Enter saves, Ctrl Shift Enter saves and starts another, Escape closes and keeps the draft. */
export function PanelShell(props: Props) {
  const { title, panel, onClose, onSave, onSaveAndAnother, isSaving, foot, children } = props
  const heading = useId()
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={heading}
      data-keeps-keys=""
      onBlur={props.onLeaveField}
      onKeyDownCapture={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        if (isSaving) return
        if (event.shiftKey) (onSaveAndAnother ?? onSave)?.()
        else onSave?.()
      }}
      onKeyDown={event => {
        // An open list or calendar closes first.
        const isListOpen =
          event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
        const isInList =
          event.target instanceof Element &&
          event.target.matches('[role=combobox][aria-expanded=true], [aria-haspopup=listbox]')
        if (event.key !== 'Escape' || event.defaultPrevented || (isListOpen && isInList)) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <Button look="plain" onPress={onClose}>
          Close <Shortcut keys="Esc" />
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot}>
        <div className={styles.buttons}>
          {onSave !== null && (
            <Button
              look="primary"
              onPress={onSave}
              isDisabled={isSaving}
              keyShortcuts="Control+Enter"
            >
              {isSaving ? 'Saving…' : 'Save'} <Shortcut keys="Ctrl Enter" />
            </Button>
          )}
          {onSaveAndAnother !== null && (
            <Button
              onPress={onSaveAndAnother}
              isDisabled={isSaving}
              keyShortcuts="Control+Shift+Enter"
            >
              Save, add another <Shortcut keys="Ctrl Shift Enter" />
            </Button>
          )}
        </div>
        {foot}
      </div>
    </section>
  )
}
