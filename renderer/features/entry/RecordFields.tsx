import { useState } from 'react'
import { ALLERGY_STATES } from '../../../shared/case/context.ts'
import { ALLERGY_STATE_LABEL } from '../../../shared/codes/allergyStates.ts'
import {
  MENOPAUSAL_STATE_LABEL,
  MENOPAUSAL_STATES,
} from '../../../shared/codes/menopausalStates.ts'
import {
  STATED_PART_LABEL,
  STATED_PARTS,
  type StatedPart,
} from '../../../shared/forms/contextForm.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { NO_SOURCE } from '../../../shared/forms/sourceFields.ts'
import { MISSING, MISSING_LABEL } from '../../../shared/values/missing.ts'
import { Button } from '../../components/Button.tsx'
import { entryName } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  ProseInput,
  SmallButton,
} from './inputs.tsx'
import { FoldedSource, SourcesInput } from './SourceInput.tsx'
import styles from './ValueInputs.module.css'
import { StatedInput } from './ValueInputs.tsx'

type ContextForm = Field<FormOf<'context'>>

const MENOPAUSAL = MENOPAUSAL_STATES.filter(state => state !== 'notRecorded').map(
  state => MENOPAUSAL_STATE_LABEL[state],
)

/** The form of what a meeting needs to know of the patient; asked for the question alone, it starts with that. */
export function ContextFields({
  form,
  questionOnly,
}: Readonly<{ form: ContextForm; questionOnly: boolean }>) {
  const { hasErrorUnder } = useScope()
  const [isWhole, setIsWhole] = useState(!questionOnly)
  const isWrong = STATED_PARTS.some(hasErrorUnder) || hasErrorUnder('allergies')
  const allergies = at(form, 'allergies')
  return (
    <>
      <ProseInput
        field={at(form, 'question')}
        label="Question for the meeting"
        autoFocus
        rows={questionOnly ? 6 : 3}
      />
      {!isWhole && !isWrong ? (
        <span>
          <Button look="plain" onPress={() => setIsWhole(true)}>
            The rest of the context
          </Button>
        </span>
      ) : (
        <>
          <ListChoice
            field={at(allergies, 'state')}
            label="Allergies"
            options={choices(ALLERGY_STATES, ALLERGY_STATE_LABEL)}
          />
          {(allergies.value.state === 'recorded' || allergies.value.items.length > 0) && (
            <StatedInput field={at(allergies, 'items')} label="Allergy" what="allergy" />
          )}
          {STATED_PARTS.map(part => (
            <Part key={part} form={form} part={part} />
          ))}
          <SourcesInput field={at(form, 'sources')} />
          <ProseInput field={at(form, 'note')} label="Note" />
        </>
      )}
    </>
  )
}

function Part({ form, part }: Readonly<{ form: ContextForm; part: StatedPart }>) {
  const field = at(form, part)
  const missing = at(field, 'missing')
  const hasItems = field.value.items.length > 0
  return (
    <>
      <StatedInput
        field={at(field, 'items')}
        label={STATED_PART_LABEL[part]}
        {...(part === 'menopausal' ? { offers: MENOPAUSAL } : {})}
      />
      {(!hasItems || missing.value !== '') && (
        <ListChoice
          field={missing}
          label={`${STATED_PART_LABEL[part]}: why there is none`}
          options={choices(MISSING, MISSING_LABEL)}
          empty="nothing chosen"
        />
      )}
    </>
  )
}

const FACETS = [
  'ER',
  'PR',
  'HER2',
  'Ki-67',
  'size',
  'when',
  'side',
  'certainty',
  'histology',
  'invasion',
  'nodes',
  'reportedSubtype',
  'what',
  'ended',
  'name',
  'symptoms',
]
const BLANK_STATEMENT = { short: '', text: '', source: NO_SOURCE } as const
const BLANK_SUBJECT = { entry: '', facet: '' } as const

/** The form of a conflict: what it is about, and the statements that cannot all be true. */
export function ConflictFields({ form }: Readonly<{ form: Field<FormOf<'conflict'>> }>) {
  const { entries } = useScope()
  const statements = at(form, 'statements')
  const about = at(form, 'about')
  const options = entries
    .filter(({ body }) => body.kind !== 'conflict')
    .map(({ id, body }) => ({ value: id as string, label: entryName(body) }))
  return (
    <>
      <Pair wide>
        <LineInput field={at(form, 'title')} label="About, in a few words" isRequired autoFocus />
        <LineInput field={at(form, 'label')} label="Label" isRequired />
      </Pair>
      <Group
        title="Statements that cannot all be true"
        actions={
          <SmallButton
            label="Add another statement"
            onPress={() => addRow(statements, BLANK_STATEMENT)}
          >
            + statement
          </SmallButton>
        }
      >
        {rowFields(statements).map(({ key, field, remove }, index) => (
          <div key={key} className={styles.stated}>
            <LineInput
              field={at(field, 'short')}
              label={`Statement ${index + 1}, in a few words`}
              also={[`statements.${index}`, index === 0 ? 'statements' : `statements.${index}`]}
              isRequired={index < 2}
            />
            <ProseInput
              field={at(field, 'text')}
              label={`Statement ${index + 1} in full`}
              description="Left empty, it is as in the few words."
              rows={1}
            />
            <div className={styles.under}>
              <span className={styles.grow}>
                <FoldedSource field={at(field, 'source')} />
              </span>
              {statements.value.length > 2 && (
                <SmallButton label={`Take away statement ${index + 1}`} onPress={remove}>
                  take away
                </SmallButton>
              )}
            </div>
          </div>
        ))}
      </Group>
      <Group
        title="What it is about"
        actions={
          <SmallButton
            label="Add another entry that it is about"
            onPress={() => addRow(about, BLANK_SUBJECT, BLANK_SUBJECT)}
          >
            + entry
          </SmallButton>
        }
      >
        {rowFields(about, BLANK_SUBJECT).map(({ key, field }, index) => (
          <Pair key={key}>
            <ListChoice<string>
              field={at(field, 'entry')}
              label={index === 0 ? 'Entry' : `Entry ${index + 1}`}
              options={options}
              empty="none"
            />
            <OfferedInput field={at(field, 'facet')} label="Its part" offers={FACETS} />
          </Pair>
        ))}
      </Group>
      <SourcesInput field={at(form, 'sources')} />
      <ProseInput field={at(form, 'note')} label="Note" />
    </>
  )
}
