import { ANSWER_LABEL, ANSWERS, type Answer } from '../../../shared/codes/skin/answers.ts'
import type { AnswersTyped } from '../../../shared/forms/choiceFields.ts'
import type { Field } from './field.ts'
import { at } from './field.ts'
import { choices, Group, RowChoice, SeveralChoice } from './inputs.tsx'

export const ANSWER_CHOICES = [
  { value: '' as const, label: 'not recorded' },
  ...choices(ANSWERS, ANSWER_LABEL),
]

/** Yes, no, not assessed, or not recorded. */
export function AnswerInput({
  field,
  label,
}: Readonly<{ field: Field<Answer | ''>; label: string }>) {
  return <RowChoice field={field} label={label} options={ANSWER_CHOICES} />
}

/** An answer to each of a list of findings. */
export function AnswersInput<K extends string>({
  field,
  title,
  keys,
  labels,
}: Readonly<{
  field: Field<AnswersTyped<K>>
  title: string
  keys: readonly K[]
  labels: Readonly<Record<K, string>>
}>) {
  return (
    <Group title={title}>
      {keys.map(key => (
        <AnswerInput key={key} field={answerAt(field, key)} label={labels[key]} />
      ))}
    </Group>
  )
}

function answerAt<K extends string>(field: Field<AnswersTyped<K>>, key: K): Field<Answer | ''> {
  // A member of a mapped type: its value is the same for every key.
  return at(field, key) as Field<Answer | ''>
}

/** Several of a closed list, all in view. */
export function SomeChoice<M extends string>({
  field,
  label,
  members,
  labels,
}: Readonly<{
  field: Field<readonly M[]>
  label: string
  members: readonly M[]
  labels: Readonly<Record<M, string>>
}>) {
  const isMember = (value: string): value is M => members.some(member => member === value)
  return (
    <SeveralChoice
      field={{
        value: field.value,
        path: field.path,
        update: change => field.update(before => change(before).filter(isMember)),
      }}
      label={label}
      options={choices(members, labels)}
      none=""
    />
  )
}
