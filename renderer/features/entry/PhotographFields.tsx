import { useMemo } from 'react'
import {
  CONSENT_PURPOSES,
  PHOTOGRAPH_VIEWS,
  SCALE_STATES,
} from '../../../shared/case/photograph.ts'
import {
  CONSENT_PURPOSE_LABEL,
  PHOTOGRAPH_VIEW_LABEL,
  SCALE_STATE_LABEL,
} from '../../../shared/codes/photographWords.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { WhenInput } from './DateInput.tsx'
import { at, type Field } from './field.ts'
import { choices, Group, LineInput, Pair, ProseInput, RowChoice, SeveralChoice } from './inputs.tsx'
import { SourcesInput } from './SourceInput.tsx'

type PhotographForm = Field<FormOf<'photograph'>>

/** What is said of a photograph; the picture itself is imported before. */
export function PhotographFields({ form }: Readonly<{ form: PhotographForm }>) {
  const chosen = at(form, 'chosen')
  return (
    <>
      <RowChoice
        field={at(form, 'view')}
        label="View"
        autoFocus
        options={choices(PHOTOGRAPH_VIEWS, PHOTOGRAPH_VIEW_LABEL)}
      />
      <RowChoice
        field={at(form, 'scale')}
        label="Scale"
        options={choices(SCALE_STATES, SCALE_STATE_LABEL)}
      />
      <WhenInput field={at(form, 'taken')} label="Taken" />
      <LineInput field={at(form, 'caption')} label="Caption" />
      <ConsentFields form={form} />
      <CheckField
        label="Print it with the summary"
        value={chosen.value}
        onChange={isChosen => chosen.update(() => isChosen)}
      />
      <SourcesInput field={at(form, 'sources')} />
      <ProseInput field={at(form, 'note')} label="Note" />
    </>
  )
}

function ConsentFields({ form }: Readonly<{ form: PhotographForm }>) {
  const consent = at(form, 'consent')
  const { value, path, update } = at(consent, 'purposes')
  const inOrder = useMemo<Field<readonly string[]>>(
    () => ({
      value,
      path,
      update: change =>
        update(before => {
          const after = change(before)
          return CONSENT_PURPOSES.filter(purpose => after.includes(purpose))
        }),
    }),
    [value, path, update],
  )
  const withdrawn = at(consent, 'withdrawn')
  const isWithdrawn = at(withdrawn, 'isWithdrawn')
  const details = at(withdrawn, 'details')
  return (
    <Group title="Consent">
      <SeveralChoice
        field={inOrder}
        label="For"
        options={choices(CONSENT_PURPOSES, CONSENT_PURPOSE_LABEL)}
        none=""
      />
      <LineInput field={at(consent, 'asStated')} label="As stated in the form" />
      <Pair>
        <WhenInput field={at(consent, 'given')} label="Given" />
        <LineInput field={at(consent, 'by')} label="Recorded by" />
      </Pair>
      <CheckField
        label="Withdrawn: the photograph is neither shown nor printed"
        value={isWithdrawn.value}
        onChange={isTicked => isWithdrawn.update(() => isTicked)}
      />
      {isWithdrawn.value && (
        <Pair>
          <WhenInput field={at(details, 'when')} label="Withdrawn on" />
          <LineInput field={at(details, 'by')} label="Withdrawal recorded by" />
        </Pair>
      )}
    </Group>
  )
}
