import { Fragment, type ReactNode, useState } from 'react'
import { type FormValue, isSame } from '../../../shared/forms/codec.ts'
import { Button } from '../../components/Button.tsx'
import { useScope } from './FormScope.tsx'
import styles from './More.module.css'

/** One or several optional members of a form, and their fields. */
export type Block = Readonly<{ names: readonly string[]; fields: ReactNode }>

type Members = Readonly<Record<string, FormValue>>

/**
 * The optional part of a form. Folded, it still shows every member that holds something, that is wrong, or that was asked
 * for: what is recorded is never out of sight.
 */
export function More({
  values,
  blank,
  blocks,
}: Readonly<{ values: Members; blank: Members; blocks: readonly Block[] }>) {
  const { hasErrorUnder, reveal } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const shown = blocks.filter(
    ({ names }) =>
      isOpen ||
      names.some(
        name =>
          !isSame(values[name], blank[name]) ||
          hasErrorUnder(name) ||
          reveal?.split('.')[0] === name,
      ),
  )
  const hidden = blocks.length - shown.length
  return (
    <>
      {(hidden > 0 || isOpen) && (
        <div className={styles.more}>
          <Button
            look="plain"
            onPress={() => setIsOpen(!isOpen)}
            label={isOpen ? 'Fewer fields' : `More fields: ${hidden}`}
          >
            {isOpen ? 'Fewer fields' : `More fields (${hidden})`}
          </Button>
        </div>
      )}
      {shown.map(({ names, fields }) => (
        <Fragment key={names.join()}>{fields}</Fragment>
      ))}
    </>
  )
}
