import { useEffect, useRef, useState } from 'react'
import { DOCUMENT_KINDS } from '../../../shared/case/investigation.ts'
import type { Row } from '../../../shared/forms/groups.ts'
import type { SourceTyped } from '../../../shared/forms/sourceFields.ts'
import { NO_SOURCE } from '../../../shared/forms/sourceFields.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { DOCUMENT_KIND_LABEL } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { addRow, type Field, rowFields } from './field.ts'
import { SmallButton, Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './SourceInput.module.css'

const NONE = 'none'
const NEW = 'new'

/** The document that something was read in, and the place in it. */
export const SourceInput = memoInput(function SourceInput({
  field,
  label = 'Source',
  startsOpen = false,
  onRemove,
}: Readonly<{
  field: Field<SourceTyped>
  label?: string
  /** Just opened by its button: the place is the next thing to type. */
  startsOpen?: boolean
  onRemove?: () => void
}>) {
  const scope = useScope()
  const [isAdding, setIsAdding] = useState(false)
  const locator = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (startsOpen) locator.current?.focus()
  }, [startsOpen])
  const documents = scope.entries.flatMap(({ id, body }) =>
    body.kind === 'document' ? [{ value: id as string, label: body.title }] : [],
  )
  const { document } = field.value
  const isKnown = document === '' || documents.some(({ value }) => value === document)
  const options = [
    { value: NONE, label: 'no source' },
    ...documents,
    ...(isKnown ? [] : [{ value: document, label: 'a document that was removed' }]),
    { value: NEW, label: 'New document…' },
  ]
  const choose = (id: string) => {
    field.update(source => ({ ...source, document: id }))
    scope.usedDocument(id)
  }
  return (
    <Spot path={field.path} className={styles.source}>
      <div className={styles.row}>
        <SelectField<string>
          label={label}
          value={document === '' ? NONE : document}
          options={options}
          error={scope.errorAt(field.path, `${field.path}.document`)}
          onChange={next => {
            if (next === NEW) setIsAdding(true)
            else if (next === NONE) {
              field.update(() => NO_SOURCE)
              onRemove?.()
            } else choose(next)
          }}
        />
        <TextField
          label="Page or place"
          value={field.value.locator}
          onChange={text => field.update(source => ({ ...source, locator: text }))}
          error={scope.errorAt(`${field.path}.locator`)}
          inputRef={locator}
        />
      </div>
      {isAdding && (
        <NewDocumentFields
          onAdd={async wanted => {
            const id = await scope.addDocument(wanted)
            if (id === null) return
            choose(id)
            setIsAdding(false)
            locator.current?.focus()
          }}
          onCancel={() => setIsAdding(false)}
        />
      )}
    </Spot>
  )
})

function NewDocumentFields({
  onAdd,
  onCancel,
}: Readonly<{
  onAdd: (document: Parameters<ReturnType<typeof useScope>['addDocument']>[0]) => Promise<void>
  onCancel: () => void
}>) {
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof DOCUMENT_KINDS)[number] | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  return (
    <div className={styles.fresh}>
      <TextField
        label="Title of the new document"
        autoFocus
        isRequired
        value={title}
        onChange={setTitle}
        error={isAsked && title.trim() === '' ? 'Type what the document is called.' : null}
      />
      <SelectField
        label="Kind"
        isRequired
        value={kind}
        options={DOCUMENT_KINDS.map(value => ({ value, label: DOCUMENT_KIND_LABEL[value] }))}
        onChange={setKind}
        error={isAsked && kind === null ? 'Choose what kind of document it is.' : null}
      />
      <div className={styles.buttons}>
        <Button
          onPress={() => {
            setIsAsked(true)
            if (title.trim() !== '' && kind !== null) void onAdd({ title, documentKind: kind })
          }}
        >
          Add document
        </Button>
        <Button look="plain" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** A source that is folded to a button until there is one. */
export const FoldedSource = memoInput(function FoldedSource({
  field,
}: Readonly<{ field: Field<SourceTyped> }>) {
  const scope = useScope()
  const [isOpened, setIsOpened] = useState(false)
  const isBlank = field.value.document === '' && field.value.locator === ''
  if (isBlank && !isOpened && !scope.hasErrorUnder(field.path))
    return (
      <span data-path={field.path}>
        <SmallButton
          label="Add where this was read"
          onPress={() => {
            const document = scope.lastDocument()
            field.update(source => ({ ...source, document }))
            setIsOpened(true)
          }}
        >
          + source
        </SmallButton>
      </span>
    )
  return <SourceInput field={field} startsOpen={isOpened} onRemove={() => setIsOpened(false)} />
})

/** The sources of a whole entry. */
export const SourcesInput = memoInput(function SourcesInput({
  field,
}: Readonly<{ field: Field<readonly Row<SourceTyped>[]> }>) {
  const scope = useScope()
  const rows = rowFields(field, NO_SOURCE)
  return (
    <fieldset className={styles.several} aria-label="Read in">
      {rows.map(({ key, field: row, remove }, index) => (
        <SourceInput
          key={key}
          field={row}
          label={index === 0 ? 'Read in' : `Read in, ${index + 1}`}
          startsOpen={key.startsWith('new ')}
          onRemove={remove}
        />
      ))}
      {rows.some(({ field: row }) => row.value.document !== '') && (
        <span>
          <SmallButton
            label="Add another source"
            onPress={() =>
              addRow(field, { document: scope.lastDocument(), locator: '' }, NO_SOURCE)
            }
          >
            + source
          </SmallButton>
        </span>
      )}
    </fieldset>
  )
})
