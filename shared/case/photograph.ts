import { z } from 'zod'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line } from '../text.ts'
import { entryFields } from './common.ts'

/** What a photograph shows: the region, the lesion itself, or the lesion through a dermatoscope. */
export const PHOTOGRAPH_VIEWS = ['overview', 'closeUp', 'dermoscopy', 'notStated'] as const
export type PhotographView = (typeof PHOTOGRAPH_VIEWS)[number]

/** Whether a scale lies in the picture, so that it can be measured in it. */
export const SCALE_STATES = ['inPicture', 'absent', 'notStated'] as const

/** What a patient agreed that a photograph may be used for. */
export const CONSENT_PURPOSES = [
  'careRecord',
  'tumourBoard',
  'teaching',
  'research',
  'publication',
] as const

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Names a picture in the workspace by what is in it: a keyed hash, which tells nothing to who has not the key. */
export const AttachmentId = z.string().regex(/^[0-9a-f]{64}$/, 'must be the name of a picture')

/** The picture itself: what the import found in its bytes. Never changed by hand; the services compare it with the store. */
export const Picture = z.strictObject({
  attachment: AttachmentId,
  mediaType: z.enum(PICTURE_TYPES),
  /** In pixels, upright. */
  width: z.int().min(1).max(65_535),
  height: z.int().min(1).max(65_535),
  /** Of the original as it is kept, after its metadata were taken out. */
  byteSize: z.int().min(1),
})
export type Picture = Readonly<z.infer<typeof Picture>>

/** What the patient agreed to. Withdrawn, the picture is neither shown nor printed; its bytes stay until they are removed. */
export const Consent = z.strictObject({
  /** In the order of the list, each once. */
  purposes: z
    .array(z.enum(CONSENT_PURPOSES))
    .max(CONSENT_PURPOSES.length)
    .refine(purposes => new Set(purposes).size === purposes.length, 'names a purpose twice'),
  /** Further purposes or limits, in the words of the form that was signed. */
  asStated: Line.nullable(),
  given: When,
  /** Who asked for it and recorded it. */
  by: Line.nullable(),
  withdrawn: z.strictObject({ when: When, by: Line.nullable() }).nullable(),
})
export type Consent = Readonly<z.infer<typeof Consent>>

/** A photograph of the skin; null where a lesion or a note is not the only thing that it shows. */
export const Photograph = z.strictObject({
  kind: z.literal('photograph'),
  lesion: EntryId.nullable(),
  /** The dermatologist's note that it belongs to. */
  skinNote: EntryId.nullable(),
  picture: Picture,
  view: z.enum(PHOTOGRAPH_VIEWS),
  scale: z.enum(SCALE_STATES),
  taken: When,
  /** Null: not recorded. */
  consent: Consent.nullable(),
  /** Chosen, one by one, for the printed summary. */
  chosen: z.boolean(),
  caption: Line.nullable(),
  ...entryFields,
})
export type Photograph = Readonly<z.infer<typeof Photograph>>

/** Whether a photograph may be shown and printed: not once its consent was withdrawn. */
export function mayBeShown({ consent }: Pick<Photograph, 'consent'>): boolean {
  return consent === null || consent.withdrawn === null
}

/** Whether a photograph may be shown to a room: where the patient agreed to the tumour board, and did not withdraw it. */
export function mayBePresented(photograph: Pick<Photograph, 'consent'>): boolean {
  const { consent } = photograph
  return consent?.purposes.includes('tumourBoard') === true && mayBeShown(photograph)
}

/**
 * Whether a photograph that was chosen for the paper is printed on it: the paper is for the care of the patient, so not
 * where the patient agreed to other purposes alone.
 */
export function mayBePrinted(photograph: Pick<Photograph, 'consent'>): boolean {
  const purposes = photograph.consent?.purposes ?? []
  const isForCare = purposes.includes('careRecord') || purposes.includes('tumourBoard')
  return mayBeShown(photograph) && (purposes.length === 0 || isForCare)
}
