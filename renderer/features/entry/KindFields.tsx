import { assertNever } from '../../../shared/assertNever.ts'
import type { EntryKind } from '../../../shared/case/entry.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import type { Field } from './field.ts'
import { LesionFields } from './LesionFields.tsx'
import { PhotographFields } from './PhotographFields.tsx'
import { ConflictFields, ContextFields } from './RecordFields.tsx'
import { SiteFields } from './SiteFields.tsx'
import { SkinNoteFields } from './SkinNoteFields.tsx'
import { SpecimenFields } from './SpecimenFields.tsx'
import { AssessmentFields, DocumentFields, ImagingFields } from './StudyFields.tsx'
import { LocalFields, SystemicFields } from './TreatmentFields.tsx'

type Props = Readonly<{
  kind: EntryKind
  form: Field<FormOf<EntryKind>>
  self: string
  questionOnly: boolean
}>

/** The fields of a kind of entry. */
export function KindFields({ kind, form, self, questionOnly }: Props) {
  // The kind says which of the forms it is; TypeScript cannot tie the two in one pair of props.
  const as = <K extends EntryKind>() => form as unknown as Field<FormOf<K>>
  switch (kind) {
    case 'site':
      return <SiteFields form={as<'site'>()} self={self} />
    case 'specimen':
      return <SpecimenFields form={as<'specimen'>()} />
    case 'systemic':
      return <SystemicFields form={as<'systemic'>()} self={self} />
    case 'local':
      return <LocalFields form={as<'local'>()} />
    case 'imaging':
      return <ImagingFields form={as<'imaging'>()} />
    case 'assessment':
      return <AssessmentFields form={as<'assessment'>()} />
    case 'document':
      return <DocumentFields form={as<'document'>()} />
    case 'context':
      return <ContextFields form={as<'context'>()} questionOnly={questionOnly} />
    case 'conflict':
      return <ConflictFields form={as<'conflict'>()} />
    case 'lesion':
      return <LesionFields form={as<'lesion'>()} />
    case 'skinNote':
      return <SkinNoteFields form={as<'skinNote'>()} />
    case 'photograph':
      return <PhotographFields form={as<'photograph'>()} />
    default:
      return assertNever(kind)
  }
}
