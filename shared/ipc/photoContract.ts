import { z } from 'zod'
import { AttachmentId, Picture } from '../case/photograph.ts'
import { PartialDate } from '../dates/when.ts'
import { EntryId, PatientId } from '../ids.ts'

const Nothing = z.strictObject({})

/** The largest file that an import takes. */
export const LARGEST_PICTURE_BYTES = 60 * 1024 * 1024
/** A file is handed over in parts of at most so many bytes: far below what either host takes at once. */
export const UPLOAD_PART_BYTES = 4 * 1024 * 1024

/** The pictures that are made of each original, by their longer side in pixels; a smaller original is not enlarged. */
export const RENDITION_SIZES = [96, 320, 1600] as const
export type RenditionSize = (typeof RENDITION_SIZES)[number]

/** A picture as the screen shows it: upright, in a form that every browser reads, without metadata. */
export const ShownPicture = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  /** In pixels, upright. */
  width: z.int().min(1),
  height: z.int().min(1),
})
export type ShownPicture = Readonly<z.infer<typeof ShownPicture>>

/** What is imported and belongs to no entry yet. */
export const StagedPicture = z.strictObject({
  picture: Picture,
  /** At most 320 pixels wide and high. */
  thumbnail: ShownPicture,
})

export const ImportedPicture = StagedPicture.extend({
  /** When the camera says that it was taken: offered, never recorded by itself. */
  takenSuggestion: PartialDate.nullable(),
  /** What the person should know, each a sentence, such as that the name of the file says another kind. */
  remarks: z.array(z.string()),
  /** How many photographs of this case, and of other cases, hold the very same picture already. */
  alreadyIn: z.strictObject({ thisCase: z.int().min(0), otherCases: z.int().min(0) }),
})
export type ImportedPicture = Readonly<z.infer<typeof ImportedPicture>>

const OnePhotograph = z.strictObject({ patientId: PatientId, photograph: EntryId })

/** The questions about photographs; they become entries by 'case:apply', once their pictures are imported. */
export const PHOTO_CONTRACT = {
  /** Hands over a part of a file; parts come in order, each where the last ended. */
  'photo:upload': {
    input: z.strictObject({
      upload: z.uuid(),
      offset: z.int().min(0).max(LARGEST_PICTURE_BYTES),
      /** The size of the whole file. */
      total: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine(bytes => bytes.length <= UPLOAD_PART_BYTES, {
        message: 'must be at most 4 MiB',
      }),
    }),
    output: z.strictObject({ received: z.int().min(0) }),
  },
  /**
   * Checks what was handed over, takes its metadata out, makes the small pictures and keeps all of it, encrypted. It belongs
   * to no entry then, and is gone at the next opening unless an entry or a draft names it.
   */
  'photo:import': {
    input: z.strictObject({
      upload: z.uuid(),
      patientId: PatientId,
      /** The ending of the file's name without the dot, blank where there is none. SECURITY: the name itself may hold the patient's. */
      extension: z.string().max(12),
    }),
    output: ImportedPicture,
  },
  /** Forgets what was handed over, and stops an import; one that is finished or unknown is left alone. */
  'photo:cancel': { input: z.strictObject({ upload: z.uuid() }), output: Nothing },
  /** A picture that a draft names and no entry yet. */
  'photo:staged': { input: z.strictObject({ attachment: AttachmentId }), output: StagedPicture },
  /** Removes an imported picture that no entry names. */
  'photo:discard': { input: z.strictObject({ attachment: AttachmentId }), output: Nothing },
  /** A small picture of a photograph. The largest of them is a look, which is put on record. */
  'photo:thumbnail': {
    input: OnePhotograph.extend({ size: z.literal(RENDITION_SIZES) }),
    output: ShownPicture,
  },
  /** The photograph in its full size, upright; put on record as a look. */
  'photo:original': { input: OnePhotograph, output: ShownPicture },
  /** Opens the machine's camera to the screen for taking a photograph, and closes it again; locking closes it too. */
  'photo:camera': { input: z.strictObject({ on: z.boolean() }), output: Nothing },
} as const

/** What is told of an import without being asked. */
export const PHOTO_EVENTS = {
  'photo:progress': z.strictObject({ upload: z.uuid(), done: z.number().min(0).max(1) }),
} as const
