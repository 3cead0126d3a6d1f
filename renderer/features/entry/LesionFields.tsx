import type { FormOf } from '../../../shared/forms/forms.ts'
import { PlaceSection } from '../skin/PlaceSection.tsx'
import { LesionFolds, RelationRows } from '../skin/RelationRows.tsx'
import type { Field } from './field.ts'

/** The form of a skin lesion that is there: its place, its relations, and the rest folded. */
export function LesionFields({ form }: Readonly<{ form: Field<FormOf<'lesion'>> }>) {
  return (
    <>
      <PlaceSection form={form} autoFocus />
      <RelationRows form={form} />
      <LesionFolds form={form} />
    </>
  )
}
