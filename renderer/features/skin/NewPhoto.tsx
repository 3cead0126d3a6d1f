import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PHOTOGRAPH_VIEWS, SCALE_STATES } from '../../../shared/case/photograph.ts'
import { PHOTOGRAPH_VIEW_LABEL, SCALE_STATE_LABEL } from '../../../shared/codes/photographWords.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { Button } from '../../components/Button.tsx'
import { today } from '../board/today.ts'
import { WhenInput } from '../entry/DateInput.tsx'
import { at, type Field } from '../entry/field.ts'
import { choices, LineInput, Pair, RowChoice, SmallButton } from '../entry/inputs.tsx'
import styles from './PhotoSection.module.css'
import { stagedQuery, usePictureUrl } from './photos.ts'
import { dayTyped } from './visit.ts'

/** What an import told of a picture, for as long as the form is open. */
export type PictureNews = Readonly<{
  remarks: readonly string[]
  alreadyIn: Readonly<{ thisCase: number; otherCases: number }>
  isDateFromFile: boolean
}>

type Props = Readonly<{
  field: Field<FormOf<'photograph'>>
  number: number
  news: PictureNews | null
  onRemove: () => void
}>

/** A photograph that is in and not saved yet: what it shows, when it was taken, and what there is to know of it. */
export function NewPhoto({ field, number, news, onRemove }: Props) {
  const [isTouched, setIsTouched] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const { picture } = field.value
  const { data, error } = useQuery(stagedQuery(picture.attachment))
  const url = usePictureUrl(data?.thumbnail)
  const view = at(field, 'view')
  const taken = field.value.taken[0]?.value.text ?? ''
  const isGuess = !isTouched && view.value !== 'notStated'
  return (
    <li className={styles.photo} data-path={field.path}>
      <div className={styles.thumb}>
        {url !== null && (
          <img
            src={url}
            alt={`Photograph ${number}, ${PHOTOGRAPH_VIEW_LABEL[view.value].toLowerCase()}`}
          />
        )}
        {error !== null && <span className={styles.gone}>The picture is not there any more.</span>}
      </div>
      <div className={styles.about}>
        <RowChoice
          field={{
            ...view,
            update: change => {
              setIsTouched(true)
              view.update(change)
            },
          }}
          label={isGuess ? 'View, suggested by its order' : 'View'}
          options={choices(PHOTOGRAPH_VIEWS, { ...PHOTOGRAPH_VIEW_LABEL, notStated: 'not stated' })}
        />
        <div className={styles.line}>
          <span>
            {taken === ''
              ? 'date not recorded'
              : `taken ${taken}${news?.isDateFromFile === true ? ', says the file' : ''}`}
          </span>
          {taken === '' && (
            <SmallButton
              label={`Photograph ${number} was taken today`}
              onPress={() => at(field, 'taken').update(() => dayTyped(today()))}
            >
              taken today
            </SmallButton>
          )}
          <span>
            {picture.width} × {picture.height}
          </span>
          <SmallButton
            label={`Photograph ${number}: date, scale and caption`}
            isExpanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            date, scale, caption
          </SmallButton>
          <Button
            look="plain"
            size="small"
            label={`Take away photograph ${number}`}
            onPress={onRemove}
          >
            Take away
          </Button>
        </div>
        {isOpen && (
          <>
            <RowChoice
              field={at(field, 'scale')}
              label="Scale"
              options={choices(SCALE_STATES, SCALE_STATE_LABEL)}
            />
            <Pair>
              <WhenInput field={at(field, 'taken')} label="Taken" />
              <LineInput field={at(field, 'caption')} label="Caption" />
            </Pair>
          </>
        )}
        {news !== null && <News news={news} />}
      </div>
    </li>
  )
}

function News({ news: { remarks, alreadyIn } }: Readonly<{ news: PictureNews }>) {
  const { thisCase, otherCases } = alreadyIn
  const lines = [
    ...remarks,
    ...(thisCase > 0 ? ['The very same picture is in this case already.'] : []),
    ...(otherCases > 0
      ? ['The very same picture is in the case of another patient. Check whose it is.']
      : []),
  ]
  return lines.length === 0 ? null : (
    <ul className={styles.news} role="status">
      {lines.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
