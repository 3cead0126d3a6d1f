import { COURSE_LABEL, COURSES } from '../../../shared/codes/skin/assessment.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { LookSection } from '../skin/LookSection.tsx'
import { NoteFolds, SignsInput } from '../skin/NoteFolds.tsx'
import { SizeRows } from '../skin/SizeRows.tsx'
import { WhenInput } from './DateInput.tsx'
import { entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import { choices, LineInput, ListChoice, Pair, ProseInput, RowChoice } from './inputs.tsx'

const COURSE_CHOICES = [
  { value: '' as const, label: 'not recorded' },
  ...choices(COURSES, COURSE_LABEL),
]

/** The course since the note before, as a person states it. */
export function CourseInput({ form }: Readonly<{ form: Field<FormOf<'skinNote'>> }>) {
  return (
    <RowChoice field={at(form, 'course')} label="Course, as you see it" options={COURSE_CHOICES} />
  )
}

/** The form of a note on a skin lesion that is there: what nearly every note says, and the rest folded. */
export function SkinNoteFields({ form }: Readonly<{ form: Field<FormOf<'skinNote'>> }>) {
  const { entries } = useScope()
  return (
    <>
      <Pair>
        <ListChoice<string>
          field={at(form, 'lesion')}
          label="Skin lesion"
          isRequired
          autoFocus
          options={entryChoices(entries, 'lesion')}
        />
        <LineInput field={at(form, 'author')} label="Author" />
      </Pair>
      <WhenInput field={at(form, 'when')} label="Date" />
      <SizeRows field={at(form, 'sizes')} />
      <CourseInput form={form} />
      <LookSection form={form} />
      <SignsInput form={form} />
      <ProseInput field={at(form, 'text')} label="Note in words" />
      <NoteFolds form={form} without={['signs']} />
    </>
  )
}
