import {
  EXUDATE_AMOUNT_LABEL,
  EXUDATE_AMOUNTS,
  FINDING_GROUPS,
  FINDING_LABEL,
  PAIN_KIND_LABEL,
  PAIN_KINDS,
} from '../../../shared/codes/skin/findings.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { at, type Field } from '../entry/field.ts'
import { choices, ProseInput, RowChoice } from '../entry/inputs.tsx'
import { AnswersInput, SomeChoice } from '../entry/SkinInputs.tsx'

const SCORES = ['', ...Array.from({ length: 11 }, (_, score) => String(score))].map(value => ({
  value,
  label: value === '' ? 'not recorded' : value,
}))

/** Symptoms and signs of the skin and elsewhere, pain and exudate. */
export function SymptomFields({ form }: Readonly<{ form: Field<FormOf<'skinNote'>> }>) {
  return (
    <>
      <RowChoice field={at(form, 'painScore')} label="Pain, 0 none to 10 worst" options={SCORES} />
      <SomeChoice
        field={at(form, 'painKinds')}
        label="Kind of pain"
        members={PAIN_KINDS}
        labels={PAIN_KIND_LABEL}
      />
      <RowChoice
        field={at(form, 'exudateAmount')}
        label="Amount of exudate"
        options={[
          { value: '', label: 'not recorded' },
          ...choices(EXUDATE_AMOUNTS, EXUDATE_AMOUNT_LABEL),
        ]}
      />
      {FINDING_GROUPS.map(({ key, label, members }) => (
        <AnswersInput
          key={key}
          field={at(form, 'findings')}
          title={label}
          keys={members}
          labels={FINDING_LABEL}
        />
      ))}
      <ProseInput field={at(form, 'symptoms')} label="Symptoms in words" rows={1} />
    </>
  )
}
