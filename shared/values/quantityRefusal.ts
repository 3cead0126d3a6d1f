/** Why a typed number was refused. */
export const QUANTITY_REFUSALS = [
  'empty',
  'tooLong',
  'notOneLine',
  'notANumber',
  'unknownUnit',
  'ambiguousComma',
  'boundedBand',
  'reversed',
] as const
export type QuantityRefusal = (typeof QUANTITY_REFUSALS)[number]

/** The sentence for the form. It names the kind of problem and repeats nothing that was typed. */
export const QUANTITY_REFUSAL_TEXT = {
  empty: 'Type a number.',
  tooLong: 'That is too long for a number.',
  notOneLine: 'Write the number on one line.',
  notANumber: 'That is not understood as a number. Try 80 %, >60, 30-60, or ~13 mm.',
  unknownUnit: 'That unit is not known. Put a remark in brackets, as in 1 (weak intensity).',
  ambiguousComma:
    'A comma before three figures can mean two things. Write 1000 for a thousand, or 1.000.',
  boundedBand: 'A band such as 30-60 takes no < or >.',
  reversed: 'The upper end lies below the lower.',
} as const satisfies Record<QuantityRefusal, string>
