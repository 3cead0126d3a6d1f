import { z } from 'zod'
import { PartialDate } from '../dates/when.ts'
import { PatientId } from '../ids.ts'
import { Line } from '../text.ts'

export const SEXES = ['female', 'male', 'intersex', 'unknown', 'notRecorded'] as const
export const IDENTIFIER_KINDS = ['nhs', 'hospital', 'other'] as const

/** A number that names the patient somewhere; its label is printed with it. */
export const Identifier = z.strictObject({
  kind: z.enum(IDENTIFIER_KINDS),
  /** What it is called on screen and paper, such as "Hospital No.". */
  label: Line,
  value: Line,
})
export type Identifier = Readonly<z.infer<typeof Identifier>>

/** Who the patient is. What was not recorded is null, never an empty text. */
export const PatientDetails = z
  .strictObject({
    familyName: Line.nullable(),
    givenName: Line.nullable(),
    /** What the case is called where no name is recorded, such as an anonymised publication. */
    caseName: Line.nullable(),
    title: Line.nullable(),
    /** Date of birth in the precision known. */
    born: PartialDate.nullable(),
    /** An age as a document gave it, "51-year-old", kept when no date of birth is recorded. */
    ageAsReported: Line.nullable(),
    sex: z.enum(SEXES),
    gender: Line.nullable(),
    deceased: z.strictObject({ on: PartialDate.nullable() }).nullable(),
    identifiers: z.array(Identifier).max(12),
  })
  .refine(d => d.familyName !== null || d.caseName !== null, {
    path: ['familyName'],
    message: 'a family name is needed, or what the case is called',
  })
export type PatientDetails = Readonly<z.infer<typeof PatientDetails>>

export const Patient = z.strictObject({
  id: PatientId,
  revision: z.int().min(1),
  archived: z.boolean(),
  details: PatientDetails,
})
export type Patient = Readonly<z.infer<typeof Patient>>
