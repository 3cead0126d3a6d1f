import { SIDES, type Side } from '../case/common.ts'
import type { Lesion } from '../case/lesion.ts'
import { ANSWERS } from '../codes/skin/answers.ts'
import { GROUPINGS, LESION_CONTEXTS } from '../codes/skin/appearance.ts'
import type { Codec, TypedOf } from './codec.ts'
import { when } from './dateFields.ts'
import { carried, fields, mapped } from './groups.ts'
import { optionalPin } from './pinField.ts'
import { place } from './placeField.ts'
import { optionalQuantity } from './quantityFields.ts'
import { entryParts, optionalEntry } from './sourceFields.ts'
import {
  choiceFrom,
  neededLine,
  optionalChoice,
  optionalLine,
  optionalProse,
} from './textFields.ts'

const relation = fields({ answer: optionalChoice(ANSWERS), words: optionalLine })

const inner = fields({
  kind: carried<'lesion'>('lesion'),
  label: neededLine('Give it a short name, such as L1.'),
  place,
  side: optionalChoice<Side>(SIDES),
  subsite: optionalLine,
  pin: optionalPin,
  site: optionalEntry,
  firstSeen: when,
  context: choiceFrom(LESION_CONTEXTS, 'notStated'),
  grouping: optionalChoice(GROUPINGS),
  count: optionalQuantity(null),
  extent: optionalLine,
  toScar: relation,
  toPrimary: relation,
  toField: relation,
  ...entryParts,
  note: optionalProse,
})
export type LesionTyped = TypedOf<typeof inner>

/** A skin lesion as a form. */
export const lesionForm: Codec<Lesion, LesionTyped> = mapped(
  inner,
  ({ bodySite, asReported, ...rest }: Lesion) => ({ place: { bodySite, asReported }, ...rest }),
  ({ place: { bodySite, asReported }, ...rest }): Lesion => ({ ...rest, bodySite, asReported }),
)
