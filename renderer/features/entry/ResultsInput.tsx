import { useState } from 'react'
import { INTENSITIES, REPORTED_CALLS } from '../../../shared/case/specimen.ts'
import { MARKERS } from '../../../shared/codes/markers.ts'
import { INTENSITY_LABEL, REPORTED_CALL_LABEL } from '../../../shared/codes/results.ts'
import type { Row } from '../../../shared/forms/groups.ts'
import {
  ISH_RESULT_LABEL,
  ISH_RESULTS,
  NOT_STATED,
  type SaidField,
} from '../../../shared/forms/readingFields.ts'
import {
  BLANK_READING,
  blankResult,
  echoResult,
  type ReadingTyped,
  type ResultTyped,
  USUAL_MARKERS,
} from '../../../shared/forms/resultFields.ts'
import { TextField } from '../../components/TextField.tsx'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  SmallButton,
  Spot,
} from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './ResultsInput.module.css'
import { FoldedSource } from './SourceInput.tsx'
import { saysTheSame } from './saysTheSame.ts'

/** A row a marker: the result as the report words it, and under "details" all that the words do not say. */
export const ResultsInput = memoInput(function ResultsInput({
  field,
}: Readonly<{ field: Field<readonly Row<ResultTyped>[]> }>) {
  return (
    <Group
      title="Receptors and markers"
      actions={
        <SmallButton label="Add another marker" onPress={() => addRow(field, blankResult(''))}>
          + marker
        </SmallButton>
      }
    >
      <p className={styles.hint}>
        As the report says it: 80 %, negative, 2+ ISH not amplified, not done. Left empty, nothing
        is recorded.
      </p>
      {rowFields(field).map(({ key, field: row, remove }) => (
        <ResultInput
          key={key}
          field={row}
          isNew={key.startsWith('new ')}
          onRemove={key.startsWith('new ') ? remove : null}
        />
      ))}
    </Group>
  )
})

const OTHER_MARKERS = MARKERS.filter(marker => !USUAL_MARKERS.some(usual => usual === marker))
const METHODS = ['immunohistochemistry', 'ISH', 'FISH', 'gene expression', 'cytology']

const ResultInput = memoInput(function ResultInput({
  field,
  isNew,
  onRemove,
}: Readonly<{ field: Field<ResultTyped>; isNew: boolean; onRemove: (() => void) | null }>) {
  const { errorAt } = useScope()
  const marker = at(field, 'marker')
  const readings = at(field, 'readings')
  const rows = rowFields(readings)
  const rowError = errorAt(field.path, field.path.replace(/\.value$/, ''))
  return (
    <div className={styles.result}>
      {isNew && (
        <Pair wide>
          <OfferedInput field={marker} label="Marker" offers={OTHER_MARKERS} autoFocus />
          {onRemove !== null && (
            <SmallButton label="Take away this marker" onPress={onRemove}>
              take away
            </SmallButton>
          )}
        </Pair>
      )}
      {rows.map(({ key, field: row, remove }, index) => (
        <ReadingInput
          key={key}
          marker={marker.value}
          field={row}
          label={index === 0 ? marker.value : `${marker.value}, reading ${index + 1}`}
          isFirst={index === 0}
          onRemove={index > 0 ? remove : null}
          onAnother={() => addRow(readings, BLANK_READING)}
        />
      ))}
      {rowError !== null && <span className={styles.error}>{rowError}</span>}
    </div>
  )
})

function ReadingInput({
  marker,
  field,
  label,
  isFirst,
  onRemove,
  onAnother,
}: Readonly<{
  marker: string
  field: Field<ReadingTyped>
  label: string
  isFirst: boolean
  onRemove: (() => void) | null
  onAnother: () => void
}>) {
  const { errorAt, hasErrorUnder } = useScope()
  const text = at(field, 'text')
  const { words, details, method, source } = field.value
  const hasMore =
    words !== '' ||
    method !== '' ||
    source.document !== '' ||
    Object.values(details).some(detail => detail !== '') ||
    hasErrorUnder(`${field.path}.details`)
  // A second reading is there for its source.
  const [isOpen, setIsOpen] = useState(!isFirst && text.value === '')
  const error = errorAt(text.path)
  const read = text.value.trim() === '' ? null : echoResult(marker, text.value)
  const said = read === null ? '' : read.ok ? read.value : read.error
  const isExpanded = isOpen || hasMore
  return (
    <Spot path={text.path}>
      <div className={styles.line}>
        <div className={styles.text}>
          <TextField
            label={label === '' ? 'Result' : label}
            value={text.value}
            onChange={next => text.update(() => next)}
            error={error}
          />
        </div>
        <SmallButton
          label={`${label}: details`}
          isExpanded={isExpanded}
          onPress={() => setIsOpen(!isExpanded)}
        >
          details
        </SmallButton>
      </div>
      {said !== '' && error === null && !saysTheSame(said, text.value) && (
        <span className={read?.ok === false ? styles.open : styles.echo} role="status">
          {said}
        </span>
      )}
      {isExpanded && (
        <Details
          marker={marker}
          field={field}
          label={label}
          onRemove={onRemove}
          onAnother={onAnother}
        />
      )}
    </Spot>
  )
}

const HER2_FIELDS: readonly (readonly [SaidField, string])[] = [
  ['ihc', 'IHC score'],
  ['ishRatio', 'ISH ratio'],
  ['ishCopyNumber', 'Copy number'],
  ['ishGroup', 'ISH group'],
  ['ishMethod', 'ISH method'],
]
const STEROID_FIELDS: readonly (readonly [SaidField, string])[] = [
  ['percent', 'Percent'],
  ['allred', 'Allred'],
  ['hScore', 'H-score'],
]

const FURTHER_FIELDS: readonly (readonly [SaidField, string])[] = [
  ['score', 'Named score'],
  ['intensity', 'Intensity'],
  ['ishResult', 'ISH'],
]

function Details({
  marker,
  field,
  label,
  onRemove,
  onAnother,
}: Readonly<{
  marker: string
  field: Field<ReadingTyped>
  label: string
  onRemove: (() => void) | null
  onAnother: () => void
}>) {
  const { hasErrorUnder } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const hasValues =
    field.value.method !== '' ||
    Object.values(field.value.details).some(detail => detail !== '') ||
    hasErrorUnder(`${field.path}.details`)
  const details = at(field, 'details')
  const isHer2 = /^her-?2/i.test(marker)
  const usual: readonly (readonly [SaidField, string])[] = isHer2
    ? HER2_FIELDS
    : /^(?:er|pr|ki-?67)$/i.test(marker)
      ? STEROID_FIELDS
      : [...STEROID_FIELDS, ['score', 'Named score (CPS 10)']]
  const shown = new Set<SaidField>([
    ...usual.map(([name]) => name),
    isHer2 ? 'ishResult' : 'intensity',
  ])
  const others = [...HER2_FIELDS, ...STEROID_FIELDS, ...FURTHER_FIELDS].filter(
    ([name]) => !shown.has(name) && details.value[name] !== '',
  )
  const choice = (name: SaidField) => at(details, name) as Field<string>
  return (
    <div className={styles.details}>
      <LineInput
        field={at(field, 'words')}
        label="In the report’s words, where they say it otherwise"
      />
      <FoldedSource field={at(field, 'source')} />
      {!hasValues && (
        <div className={styles.buttons}>
          <SmallButton
            label={`${label}: single values and method`}
            isExpanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            single values, method
          </SmallButton>
        </div>
      )}
      {(isOpen || hasValues) && (
        <>
          <p className={styles.hint}>
            Left empty, each of these is as the result above says; “{NOT_STATED}” takes it away.
          </p>
          <Pair>
            <ListChoice<string>
              field={choice('interpretation')}
              label="The report calls it"
              options={[
                ...choices(REPORTED_CALLS, REPORTED_CALL_LABEL),
                { value: NOT_STATED, label: NOT_STATED },
              ]}
              empty="as above"
            />
            {isHer2 ? (
              <ListChoice<string>
                field={choice('ishResult')}
                label="ISH"
                options={[
                  ...choices(ISH_RESULTS, ISH_RESULT_LABEL),
                  { value: NOT_STATED, label: NOT_STATED },
                ]}
                empty="as above"
              />
            ) : (
              <ListChoice<string>
                field={choice('intensity')}
                label="Intensity"
                options={[
                  ...choices(INTENSITIES, INTENSITY_LABEL),
                  { value: NOT_STATED, label: NOT_STATED },
                ]}
                empty="as above"
              />
            )}
          </Pair>
          <Pair>
            {[...usual, ...others].map(([name, title]) => (
              <LineInput key={name} field={choice(name)} label={title} />
            ))}
          </Pair>
          <OfferedInput field={at(field, 'method')} label="Method" offers={METHODS} />
        </>
      )}
      <div className={styles.buttons}>
        <SmallButton label={`${label}: add a second reading`} onPress={onAnother}>
          + reading
        </SmallButton>
        {onRemove !== null && (
          <SmallButton label={`Take away ${label}`} onPress={onRemove}>
            take away
          </SmallButton>
        )}
      </div>
    </div>
  )
}
