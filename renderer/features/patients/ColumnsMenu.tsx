import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { LIST_COLUMNS, type ListColumn } from '../../../shared/patient/patientList.ts'
import buttonStyles from '../../components/Button.module.css'
import { cx } from '../../components/cx.ts'
import menuStyles from '../../components/MenuButton.module.css'
import styles from './FilterBar.module.css'
import { COLUMNS } from './listColumns.tsx'

type Props = Readonly<{
  columns: readonly ListColumn[]
  onChange: (columns: readonly ListColumn[]) => void
}>

/** Chooses what the list shows of each patient; the name always stands first. */
export function ColumnsMenu({ columns, onChange }: Props) {
  return (
    <MenuTrigger>
      <Button className={cx(buttonStyles.button, buttonStyles.plain)}>Columns</Button>
      <Popover className={menuStyles.popover ?? ''} placement="bottom end">
        <Menu
          className={menuStyles.menu ?? ''}
          aria-label="Columns"
          selectionMode="multiple"
          disabledKeys={['name']}
          selectedKeys={columns}
          onSelectionChange={keys => {
            const chosen =
              keys === 'all' ? LIST_COLUMNS : LIST_COLUMNS.filter(each => keys.has(each))
            onChange(['name', ...chosen.filter(each => each !== 'name')])
          }}
        >
          {LIST_COLUMNS.map(column => (
            <MenuItem
              key={column}
              id={column}
              textValue={COLUMNS[column].inFull ?? COLUMNS[column].label}
              className={menuStyles.item ?? ''}
            >
              <span>{COLUMNS[column].inFull ?? COLUMNS[column].label}</span>
              <svg viewBox="0 0 10 10" className={styles.tick} aria-hidden="true">
                {columns.includes(column) && <path d="M1.5 5.5 4 8l4.5-6" />}
              </svg>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
