import { SIDES, type Side } from '../case/common.ts'
import { BONE_TYPES, CERTAINTIES, SITE_ROLES, SITE_STATUSES, type Site } from '../case/site.ts'
import { ok } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Codec, codec, type TypedOf, wrong } from './codec.ts'
import { when } from './dateFields.ts'
import { absentWhenBlank, carried, fields, mapped, rows } from './groups.ts'
import { place } from './placeField.ts'
import { optionalQuantity } from './quantityFields.ts'
import { sizeReading } from './sizeFields.ts'
import { entryParts, optionalEntry, optionalSource, statedTexts } from './sourceFields.ts'
import {
  choiceFrom,
  neededChoice,
  optionalChoice,
  optionalLine,
  optionalProse,
  textProblem,
} from './textFields.ts'

export const TNM_PREFIXES = ['c', 'p', 'yc', 'yp', 'r', 'a'] as const

const stage = fields({
  prefix: optionalChoice(TNM_PREFIXES),
  t: optionalLine,
  n: optionalLine,
  m: optionalLine,
  group: optionalLine,
  edition: optionalLine,
  source: optionalSource,
})
/** Several words or phrases in one field, separated by commas, or by semicolons where one of them holds a comma. */
export const lineList: Codec<string[], string> = codec<string[], string>({
  blank: '',
  show: value => value.join(value.some(line => line.includes(',')) ? '; ' : ', '),
  read(typed, _was, _context, path) {
    const problem = typed
      .split(typed.includes(';') ? ';' : ',')
      .map(line => textProblem(line, LONGEST_LINE))
      .find(found => found !== null)
    if (problem !== undefined) return wrong(path, problem)
    const lines = typed.split(typed.includes(';') ? ';' : ',').map(line => line.trim())
    return ok(lines.filter(line => line !== ''))
  },
  fits: (value: unknown): value is string => typeof value === 'string',
})

const inner = fields({
  kind: carried<'site'>('site'),
  place,
  role: choiceFrom(SITE_ROLES, 'notStated'),
  side: optionalChoice<Side>(SIDES),
  firstSeen: when,
  certainty: neededChoice(CERTAINTIES, 'Say whether it is confirmed, suspected or excluded.'),
  foundBy: lineList,
  subsite: optionalLine,
  lesions: optionalQuantity(null),
  sizes: rows(sizeReading),
  course: rows(
    fields({
      status: neededChoice(SITE_STATUSES, 'Choose the status.'),
      when,
      note: optionalLine,
    }),
  ),
  boneType: optionalChoice(BONE_TYPES),
  symptoms: statedTexts,
  findings: optionalProse,
  primary: absentWhenBlank(
    fields({
      quadrant: optionalLine,
      histology: optionalLine,
      grade: optionalLine,
      stages: rows(stage),
    }),
  ),
  recurrenceOf: optionalEntry,
  ...entryParts,
  note: optionalProse,
})
export type SiteTyped = TypedOf<typeof inner>

/** A site of disease as a form. */
export const siteForm: Codec<Site, SiteTyped> = mapped(
  inner,
  ({ bodySite, asReported, ...rest }: Site) => ({ place: { bodySite, asReported }, ...rest }),
  ({ place: { bodySite, asReported }, ...rest }): Site => ({ ...rest, bodySite, asReported }),
)
