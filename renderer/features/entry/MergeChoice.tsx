import { useState } from 'react'
import type { Entry } from '../../../shared/case/entry.ts'
import type { Contested } from '../../../shared/forms/merge.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import styles from './MergeChoice.module.css'
import notes from './notes.module.css'
import { valueText } from './valueText.ts'

type Side = 'mine' | 'theirs'

/** Somebody changed the entry while it was open here: both values of each field, and a person chooses. */
export function MergeChoice({
  contested,
  labelOf,
  entries,
  onChosen,
}: Readonly<{
  contested: readonly Contested[]
  labelOf: (field: string) => string
  entries: readonly Entry[]
  onChosen: (mine: ReadonlySet<string>) => void
}>) {
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const isDone = contested.every(({ field }) => sides[field] !== undefined)
  return (
    <div className={cx(notes.note, notes.problem)} role="alert">
      <strong>This was changed elsewhere while you had it open. Nothing was saved yet.</strong>
      <span>
        Changes that do not touch each other are put together. Choose what is to stand where both
        changed the same:
      </span>
      {contested.map(({ field, mine, theirs }) => (
        <div key={field} className={styles.field}>
          <strong>{labelOf(field)}</strong>
          <dl className={styles.both}>
            <dt>Yours</dt>
            <dd>{valueText(mine, entries)}</dd>
            <dt>Stored</dt>
            <dd>{valueText(theirs, entries)}</dd>
          </dl>
          <SegmentedControl<Side | ''>
            label={`${labelOf(field)}: which is to stand`}
            value={sides[field] ?? ''}
            segments={[
              { value: 'mine', label: 'Take yours' },
              { value: 'theirs', label: 'Keep the stored' },
            ]}
            onChange={side => {
              if (side !== '') setSides({ ...sides, [field]: side })
            }}
          />
        </div>
      ))}
      <Button
        look="primary"
        isDisabled={!isDone}
        onPress={() =>
          onChosen(
            new Set(contested.map(({ field }) => field).filter(field => sides[field] === 'mine')),
          )
        }
      >
        {isDone ? 'Save what was chosen' : 'Choose for each field first'}
      </Button>
    </div>
  )
}
