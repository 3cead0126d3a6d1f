import { useId, useMemo } from 'react'
import { ANSWER_LABEL, ANSWERS, type Answer } from '../../../shared/codes/skin/answers.ts'
import type { AnswersTyped } from '../../../shared/forms/choiceFields.ts'
import { Choices } from '../../components/Choices.tsx'
import { cx } from '../../components/cx.ts'
import { useScope } from './FormScope.tsx'
import type { Field } from './field.ts'
import { at } from './field.ts'
import { choices, Group, SeveralChoice, Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './SkinInputs.module.css'

/** Yes, no or not assessed, in one line; with none pressed it is not recorded, and a second press takes an answer back. */
export const AnswerInput = memoInput(function AnswerInput({
  field,
  label,
}: Readonly<{ field: Field<Answer | ''>; label: string }>) {
  const error = useScope().errorAt(field.path)
  const name = useId()
  const state = useId()
  return (
    <Spot path={field.path} className={styles.answer}>
      <span id={name} className={styles.name}>
        {label}
      </span>
      <span id={state} className="visually-hidden">
        {field.value === '' ? 'not recorded' : ANSWER_LABEL[field.value]}
      </span>
      <Choices
        mode="one"
        aria-labelledby={name}
        aria-describedby={state}
        className={cx(styles.choices)}
        choiceClassName={cx(styles.choice)}
        chosen={field.value === '' ? [] : [field.value]}
        choices={choices(ANSWERS, ANSWER_LABEL)}
        onPress={answer => field.update(before => (before === answer ? '' : answer))}
      />
      {error !== null && <span className={styles.error}>{error}</span>}
    </Spot>
  )
})

/** An answer to each of a list of findings. */
export const AnswersInput = memoInput(function AnswersInput<K extends string>({
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
    <Group title={title} actions={<span className={styles.hint}>none pressed: not recorded</span>}>
      <div className={styles.answers}>
        {keys.map(key => (
          <AnswerInput key={key} field={answerAt(field, key)} label={labels[key]} />
        ))}
      </div>
    </Group>
  )
})

function answerAt<K extends string>(field: Field<AnswersTyped<K>>, key: K): Field<Answer | ''> {
  // A member of a mapped type: its value is the same for every key.
  return at(field, key) as Field<Answer | ''>
}

/** Several of a closed list, all in view. */
export const SomeChoice = memoInput(function SomeChoice<M extends string>({
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
  const { value, path, update } = field
  const some = useMemo<Field<readonly string[]>>(() => {
    const isMember = (each: string): each is M => members.some(member => member === each)
    return { value, path, update: change => update(before => change(before).filter(isMember)) }
  }, [value, path, update, members])
  return <SeveralChoice field={some} label={label} options={choices(members, labels)} none="" />
})
