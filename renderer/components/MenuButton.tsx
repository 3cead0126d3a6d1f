import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components'
import buttonStyles from './Button.module.css'
import { cx } from './cx.ts'
import styles from './MenuButton.module.css'
import { Shortcut } from './Shortcut.tsx'

export type MenuChoice<K extends string> = Readonly<{ key: K; label: string; keys?: string }>

type Props<K extends string> = Readonly<{
  label: string
  choices: readonly MenuChoice<K>[]
  onChoose: (key: K) => void
  /** The choice that holds now, for a menu that sets something. */
  selected?: K
  look?: 'normal' | 'plain' | 'chrome'
  size?: 'normal' | 'small'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  keyShortcuts?: string
  keys?: string
  placement?: NonNullable<PopoverProps['placement']>
}>

/** A button that opens a list of what can be done or chosen. */
export function MenuButton<K extends string>(props: Props<K>) {
  const { label, choices, onChoose, selected, look = 'normal', placement = 'bottom end' } = props
  return (
    <MenuTrigger
      {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
      {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}
    >
      <Button
        className={cx(
          buttonStyles.button,
          buttonStyles[look],
          props.size === 'small' && buttonStyles.small,
        )}
        {...(props.keyShortcuts === undefined ? {} : { 'aria-keyshortcuts': props.keyShortcuts })}
      >
        {label} {props.keys !== undefined && <Shortcut keys={props.keys} />}
      </Button>
      <Popover className={styles.popover ?? ''} placement={placement}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          onAction={key => {
            const choice = choices.find(one => one.key === key)
            if (choice !== undefined) onChoose(choice.key)
          }}
          {...(selected === undefined
            ? {}
            : { selectionMode: 'single' as const, selectedKeys: [selected] })}
        >
          {choices.map(choice => (
            <MenuItem
              key={choice.key}
              id={choice.key}
              textValue={choice.label}
              className={styles.item ?? ''}
            >
              <span>{choice.label}</span>
              {choice.keys !== undefined && <Shortcut keys={choice.keys} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
