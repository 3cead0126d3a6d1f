import type { DrugCourse } from '../case/treatment.ts'
import type { Drug } from '../codes/drugs/drug.ts'
import { drugById, drugByName } from '../codes/drugs.ts'
import { ok } from '../result.ts'
import { type Codec, codec, under } from './codec.ts'
import { type WhenTyped, when } from './dateFields.ts'
import { type EndTyped, end } from './endFields.ts'
import { absentWhenBlank, fields } from './groups.ts'
import { UNLISTED } from './placeField.ts'
import { neededLine, optionalLine } from './textFields.ts'

/** A drug as typed, and the list's member that a person picked for it where the name alone does not say which. */
export type DrugTyped = Readonly<{
  name: string
  picked: string
  started: WhenTyped
  ended: EndTyped
  dose: string
}>

/** The listed drug that a typed name means: the one picked, or the one of exactly this name, brand or abbreviation. */
export function listedDrug({ name, picked }: Pick<DrugTyped, 'name' | 'picked'>): Drug | null {
  if (picked === UNLISTED) return null
  return picked === '' ? drugByName(name) : drugById(picked)
}

const parts = fields({
  name: neededLine('Type the drug, or take this row away.'),
  started: when,
  ended: absentWhenBlank(end),
  dose: optionalLine,
})

function pickedFor({ drug, name }: DrugCourse): string {
  const byName = drugByName(name)?.id ?? null
  if (byName === drug) return ''
  return drug ?? UNLISTED
}

/** One drug of a treatment: its name is kept as typed, a misspelling too, until a person takes the list's. */
export const drugCourse: Codec<DrugCourse, DrugTyped> = codec<DrugCourse, DrugTyped>({
  blank: { ...parts.blank, picked: '' },
  show: (value, context) => ({ ...parts.show(value, context), picked: pickedFor(value) }),
  read({ picked, ...typed }, was, context, path) {
    const read = parts.read(typed, was, context, path)
    if (!read.ok) return read
    const isDrugSame = was !== null && typed.name === was.shown.name && picked === was.shown.picked
    const drug = isDrugSame
      ? was.value.drug
      : (listedDrug({ name: typed.name, picked })?.id ?? null)
    return ok({ drug, ...read.value })
  },
  fits(value: unknown): value is DrugTyped {
    if (typeof value !== 'object' || value === null || !('picked' in value)) return false
    const { picked, ...rest } = value
    return typeof picked === 'string' && parts.fits(rest)
  },
})

/** The path of a drug's name in a treatment's list. */
export function drugPath(at: number): string {
  return under(under('drugs', at), 'value.name')
}
