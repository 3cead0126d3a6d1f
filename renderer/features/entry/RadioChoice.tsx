import { Label, Radio, RadioGroup } from 'react-aria-components'
import fieldStyles from '../../components/fields.module.css'
import { useScope } from './FormScope.tsx'
import type { Field } from './field.ts'
import { Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './RadioChoice.module.css'

/** One of a few that need a sentence each. */
export const RadioChoice = memoInput(function RadioChoice({
  field,
  label,
  options,
}: Readonly<{
  field: Field<string>
  label: string
  options: readonly Readonly<{ value: string; label: string; detail: string }>[]
}>) {
  const error = useScope().errorAt(field.path)
  return (
    <Spot path={field.path}>
      <RadioGroup
        className={styles.group ?? ''}
        value={field.value === '' ? null : field.value}
        onChange={value => field.update(() => value)}
        isRequired
        isInvalid={error !== null}
        validationBehavior="aria"
      >
        <Label className={fieldStyles.label ?? ''}>{label}</Label>
        {options.map(option => (
          <Radio
            key={option.value}
            value={option.value}
            className={styles.radio ?? ''}
            autoFocus={option === options[0]}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span>
              <strong>{option.label}</strong>
              {option.detail !== '' && <span className={styles.detail}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
        {error !== null && <span className={fieldStyles.error}>{error}</span>}
      </RadioGroup>
    </Spot>
  )
})
