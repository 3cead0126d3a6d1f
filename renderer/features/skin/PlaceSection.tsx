import type { Pin } from '../../../shared/case/lesion.ts'
import { bodySiteById } from '../../../shared/codes/bodySites.ts'
import { GROUPING_LABEL, GROUPINGS } from '../../../shared/codes/skin/appearance.ts'
import { pinFor, skinAt } from '../../../shared/figure/pinPlaces.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { NO_PIN, pinTyped } from '../../../shared/forms/pinField.ts'
import { listedPlace } from '../../../shared/forms/placeField.ts'
import { useScope } from '../entry/FormScope.tsx'
import { at, type Field } from '../entry/field.ts'
import { choices, RowChoice, SmallButton, Spot } from '../entry/inputs.tsx'
import { PlaceInput } from '../entry/PlaceInput.tsx'
import { SIDE_CHOICES } from '../entry/SiteFields.tsx'
import { QuantityInput } from '../entry/ValueInputs.tsx'
import { PinPicker } from './PinPicker.tsx'
import styles from './skinForm.module.css'

type LesionForm = FormOf<'lesion'>
type Form = Field<LesionForm>

const SIDE_WORDS = {
  right: 'right',
  left: 'left',
  bilateral: 'both sides',
  midline: 'midline',
} as const

/** The pin that a form holds; null while none is set. */
export function pinOf({ pin }: Pick<LesionForm, 'pin'>): Pin | null {
  const { plate, x, y } = pin
  return plate === '' ? null : { plate, x: Number(x), y: Number(y) }
}

/** What a press on the figure makes of the form: its pin, and the place and side while nobody has said them otherwise. */
export function withPin<F extends Pick<LesionForm, 'pin' | 'place' | 'side'>>(
  form: F,
  pin: Pin,
): F {
  const before = pinOf(form)
  const was = before === null ? null : skinAt(before)
  const here = skinAt(pin)
  const listed = listedPlace(form.place)?.id ?? null
  const isOwnPlace = form.place.text.trim() !== '' && listed !== was?.siteId
  const isOwnSide = form.side !== '' && form.side !== (was?.side ?? '')
  const next = { ...form, pin: pinTyped(pin) }
  if (here === null) return next
  const label = bodySiteById(here.siteId)?.label ?? here.siteId
  return {
    ...next,
    ...(isOwnPlace ? {} : { place: { text: label, picked: here.siteId, words: '' } }),
    ...(isOwnSide ? {} : { side: here.side ?? '' }),
  }
}

/** Where a lesion is: its pin on the figure, and place and side in words, which follow the pin until they are changed. */
export function PlaceSection({
  form,
  autoFocus = false,
}: Readonly<{ form: Form; autoFocus?: boolean }>) {
  const { entries } = useScope()
  const { value } = form
  const pin = pinOf(value)
  const listed = listedPlace(value.place)
  const words = [value.place.text.trim(), value.side === '' ? '' : SIDE_WORDS[value.side]]
    .filter(each => each !== '')
    .join(', ')
  const others = entries.flatMap(({ body }) =>
    body.kind === 'lesion' && body.pin !== null && body.label !== value.label
      ? [{ label: body.label, pin: body.pin }]
      : [],
  )
  const sideOfList = value.side === '' ? null : value.side
  return (
    <div className={styles.where}>
      <Spot path={at(form, 'pin').path}>
        <PinPicker
          pin={pin}
          label={value.label}
          words={pin === null ? '' : words}
          others={others}
          home={listed === null ? null : pinFor(listed.id, sideOfList)}
          onPin={next => form.update(before => withPin(before, next))}
        />
        <div className={styles.pinWords}>
          {pin === null ? (
            'Press on the figure to set the pin.'
          ) : (
            <PinWords form={form} pin={pin} listed={listed?.id ?? null} />
          )}
        </div>
      </Spot>
      <div className={styles.aside}>
        <PlaceInput field={at(form, 'place')} autoFocus={autoFocus} />
        <RowChoice field={at(form, 'side')} label="Side" options={SIDE_CHOICES} />
        <RowChoice
          field={at(form, 'grouping')}
          label="Single or several"
          options={[{ value: '', label: 'not recorded' }, ...choices(GROUPINGS, GROUPING_LABEL)]}
        />
        {(value.grouping === 'cluster' ||
          value.grouping === 'multiple' ||
          value.count.text !== '') && (
          <QuantityInput
            field={at(form, 'count')}
            label="Number"
            unit={null}
            description="a number or a range, such as 4-6"
          />
        )}
      </div>
    </div>
  )
}

/** Says where the pin lies where the words say another place, and offers that place. */
function PinWords({
  form,
  pin,
  listed,
}: Readonly<{ form: Form; pin: Pin; listed: string | null }>) {
  const here = skinAt(pin)
  const label = here === null ? null : (bodySiteById(here.siteId)?.label ?? here.siteId)
  const isSame = here !== null && here.siteId === listed && (here.side ?? '') === form.value.side
  return (
    <>
      {label !== null && !isSame && (
        <>
          <span>
            The pin lies on: {label}
            {here?.side == null ? '' : `, ${SIDE_WORDS[here.side]}`}.
          </span>
          <SmallButton
            label="Take the place of the pin"
            onPress={() =>
              form.update(before =>
                withPin(
                  { ...before, place: { text: '', picked: '', words: '' }, side: '', pin: NO_PIN },
                  pin,
                ),
              )
            }
          >
            take it
          </SmallButton>
        </>
      )}
      <SmallButton
        label="Take the pin off the figure"
        onPress={() => form.update(before => ({ ...before, pin: NO_PIN }))}
      >
        take the pin off
      </SmallButton>
    </>
  )
}
