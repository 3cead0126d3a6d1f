import { useState } from 'react'
import { type BodySite, ORGAN_GROUP_LABEL } from '../../../shared/codes/bodySites/bodySite.ts'
import { bodySiteById, findBodySites } from '../../../shared/codes/bodySites.ts'
import { listedPlace, type PlaceTyped, UNLISTED } from '../../../shared/forms/placeField.ts'
import { ComboField } from '../../components/ComboField.tsx'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import { LineInput, SmallButton, Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './ValueInputs.module.css'

/** Where a site is: a place of the list, or words that are kept. What is only similar is offered, never taken. */
export const PlaceInput = memoInput(function PlaceInput({
  field,
  autoFocus = false,
}: Readonly<{ field: Field<PlaceTyped>; autoFocus?: boolean }>) {
  const { errorAt } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const hasWords = field.value.words !== '' || errorAt(`${field.path}.words`) !== null
  const { text, picked } = field.value
  const matches = text.trim() === '' ? [] : findBodySites(text, 8)
  const listed = picked === UNLISTED ? null : listedPlace(field.value)
  const options = matches.map(({ item, matchedBy, matchedName }) => ({
    id: item.id,
    label: item.label,
    detail: detailOf(item.id, matchedBy, matchedName),
  }))
  return (
    <>
      <Spot path={`${field.path}.text`}>
        <ComboField
          label="Place"
          isRequired
          autoFocus={autoFocus}
          text={text}
          onText={next => field.update(place => ({ ...place, text: next, picked: '' }))}
          options={options}
          onPick={option =>
            field.update(place => ({ ...place, text: option.label, picked: option.id }))
          }
          error={errorAt(`${field.path}.text`, field.path)}
        />
        <div className={styles.under}>
          <span className={styles.echo} role="status">
            {text.trim() === ''
              ? ''
              : listed === null
                ? 'kept in these words; not coded'
                : placeWords(listed)}
          </span>
          {listed !== null && !hasWords && (
            <SmallButton
              label="Place in the report’s words"
              isExpanded={isOpen}
              onPress={() => setIsOpen(!isOpen)}
            >
              words
            </SmallButton>
          )}
          {listed !== null && (
            <SmallButton
              label="Keep the place as words only"
              onPress={() => field.update(place => ({ ...place, picked: UNLISTED }))}
            >
              as words only
            </SmallButton>
          )}
        </div>
      </Spot>
      {((listed !== null && isOpen) || hasWords) && (
        <LineInput field={at(field, 'words')} label="Place in the report’s words" />
      )}
    </>
  )
})

function placeWords({ label, group }: BodySite): string {
  const heading = ORGAN_GROUP_LABEL[group]
  return heading === label ? `coded as ${label}` : `coded as ${label} (${heading})`
}

function detailOf(id: string, matchedBy: string, matchedName: string): string {
  const site = bodySiteById(id)
  const group = site === null ? '' : ORGAN_GROUP_LABEL[site.group]
  if (matchedBy === 'misspelling') return `did you mean this? ${group}`
  if (matchedBy === 'synonym') return `${group}; also called ${matchedName}`
  return group
}
