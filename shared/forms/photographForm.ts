import {
  CONSENT_PURPOSES,
  type Consent,
  PHOTOGRAPH_VIEWS,
  type Photograph,
  PICTURE_TYPES,
  Picture,
  SCALE_STATES,
} from '../case/photograph.ts'
import { ok } from '../result.ts'
import { type Codec, codec, type FormValue, type TypedOf, wrong } from './codec.ts'
import { when } from './dateFields.ts'
import { absentWhenBlank, carried, fields } from './groups.ts'
import { entryParts, optionalEntry } from './sourceFields.ts'
import { choiceFrom, optionalLine, optionalProse } from './textFields.ts'

/** The imported picture as a form holds it: texts, so that a draft keeps it; all blank before one was imported. */
export type PictureTyped = Readonly<{
  attachment: string
  mediaType: (typeof PICTURE_TYPES)[number] | ''
  width: string
  height: string
  byteSize: string
}>

const NO_PICTURE: PictureTyped = {
  attachment: '',
  mediaType: '',
  width: '',
  height: '',
  byteSize: '',
}

/** What an import found, for the form of a new photograph. */
export function pictureTyped({
  attachment,
  mediaType,
  width,
  height,
  byteSize,
}: Picture): PictureTyped {
  return {
    attachment,
    mediaType,
    width: String(width),
    height: String(height),
    byteSize: String(byteSize),
  }
}

const picture: Codec<Picture, PictureTyped> = codec<Picture, PictureTyped>({
  blank: NO_PICTURE,
  show: pictureTyped,
  read(typed, was, _context, path) {
    if (was !== null) return wrong(path, 'A photograph stays what it is. Add another one instead.')
    const read = Picture.safeParse({
      ...typed,
      width: Number(typed.width),
      height: Number(typed.height),
      byteSize: Number(typed.byteSize),
    })
    return read.success ? ok(read.data) : wrong(path, 'Choose a photograph.')
  },
  fits: (value: unknown): value is PictureTyped =>
    hasTexts(value, ['attachment', 'mediaType', 'width', 'height', 'byteSize']) &&
    (value.mediaType === '' || PICTURE_TYPES.some(type => type === value.mediaType)),
})

function hasTexts(value: unknown, names: readonly string[]): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === names.length &&
    names.every(name => typeof (value as Record<string, FormValue>)[name] === 'string')
  )
}

type Purpose = Consent['purposes'][number]

/** Several of a closed list, kept in the order of that list. */
const purposes: Codec<Purpose[], readonly Purpose[]> = codec<Purpose[], readonly Purpose[]>({
  blank: [],
  show: value => value,
  read: typed => ok(CONSENT_PURPOSES.filter(purpose => typed.includes(purpose))),
  fits: (value: unknown): value is readonly Purpose[] =>
    Array.isArray(value) && value.every(each => CONSENT_PURPOSES.some(purpose => purpose === each)),
})

const flag: Codec<boolean, boolean> = codec<boolean, boolean>({
  blank: false,
  show: value => value,
  read: typed => ok(typed),
  fits: (value: unknown): value is boolean => typeof value === 'boolean',
})

const withdrawal = fields({ when, by: optionalLine })

/** A withdrawal holds as soon as it is ticked, even where neither its day nor who recorded it is known. */
const withdrawn: Codec<
  Consent['withdrawn'],
  Readonly<{ isWithdrawn: boolean; details: TypedOf<typeof withdrawal> }>
> = codec<
  Consent['withdrawn'],
  Readonly<{ isWithdrawn: boolean; details: TypedOf<typeof withdrawal> }>
>({
  blank: { isWithdrawn: false, details: withdrawal.blank },
  show: (value, context) => ({
    isWithdrawn: value !== null,
    details: value === null ? withdrawal.blank : withdrawal.show(value, context),
  }),
  read(typed, was, context, path) {
    if (!typed.isWithdrawn) return ok(null)
    const before =
      was === null || was.value === null ? null : { value: was.value, shown: was.shown.details }
    return withdrawal.read(typed.details, before, context, `${path}.details`)
  },
  fits: (
    value: unknown,
  ): value is Readonly<{ isWithdrawn: boolean; details: TypedOf<typeof withdrawal> }> =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 2 &&
    'isWithdrawn' in value &&
    typeof value.isWithdrawn === 'boolean' &&
    'details' in value &&
    withdrawal.fits(value.details),
})

const consent = fields({
  purposes,
  asStated: optionalLine,
  given: when,
  by: optionalLine,
  withdrawn,
})

const photograph = fields({
  kind: carried<'photograph'>('photograph'),
  picture,
  lesion: optionalEntry,
  skinNote: optionalEntry,
  view: choiceFrom(PHOTOGRAPH_VIEWS, 'notStated'),
  scale: choiceFrom(SCALE_STATES, 'notStated'),
  taken: when,
  consent: absentWhenBlank(consent),
  chosen: flag,
  caption: optionalLine,
  ...entryParts,
  note: optionalProse,
})
export type PhotographTyped = TypedOf<typeof photograph>

/** A photograph as a form; its picture is imported first. */
export const photographForm: Codec<Photograph, PhotographTyped> = photograph
