import {
  COLOUR_LABEL,
  COLOURS,
  DESCRIPTOR_LABEL,
  DESCRIPTORS,
  GROWTH_LABEL,
  GROWTHS,
  PATTERN_LABEL,
  PATTERNS,
  PRESENTATION_LABEL,
  PRESENTATIONS,
  WAYS_MEASURED,
} from '../../../shared/codes/skin/appearance.ts'
import {
  ARRANGED,
  ARRANGED_LABEL,
  ATTRIBUTION_LABEL,
  ATTRIBUTIONS,
  CHANGE_LABEL,
  CHANGES,
  COURSE_LABEL,
  COURSES,
  DIFFERENTIAL_LABEL,
  DIFFERENTIALS,
  EXAMINED,
  EXAMINED_LABEL,
  FAILED_KIND_LABEL,
  FAILED_KINDS,
  SIGN_LABEL,
  SIGNS,
} from '../../../shared/codes/skin/assessment.ts'
import {
  CULTURE_LABEL,
  CULTURES,
  EXUDATE_AMOUNT_LABEL,
  EXUDATE_AMOUNTS,
  FINDING_GROUPS,
  FINDING_LABEL,
  LYMPHOEDEMA_CARE_LABEL,
  LYMPHOEDEMA_CARES,
  LYMPHOEDEMA_PLACE_LABEL,
  LYMPHOEDEMA_PLACES,
  PAIN_KIND_LABEL,
  PAIN_KINDS,
} from '../../../shared/codes/skin/findings.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { BLANK_LESION_SIZE } from '../../../shared/forms/skinNoteForm.ts'
import { WhenInput } from './DateInput.tsx'
import { entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import { choices, Group, LineInput, ListChoice, Pair, ProseInput, SmallButton } from './inputs.tsx'
import { More } from './More.tsx'
import { AnswerInput, AnswersInput, SomeChoice } from './SkinInputs.tsx'
import { SourcesInput } from './SourceInput.tsx'
import { QuantityInput, SizeInput } from './ValueInputs.tsx'
import { WoundFields } from './WoundFields.tsx'

type Form = Field<FormOf<'skinNote'>>

/** The form of a note on a skin lesion, every field of it. */
export function SkinNoteFields({ form }: Readonly<{ form: Form }>) {
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
      <SomeChoice
        field={at(form, 'presentations')}
        label="Presentation"
        members={PRESENTATIONS}
        labels={PRESENTATION_LABEL}
      />
      <ListChoice
        field={at(form, 'course')}
        label="Course"
        options={choices(COURSES, COURSE_LABEL)}
        empty="not recorded"
      />
      <AnswersInput
        field={at(form, 'signs')}
        title="Signs for reassessment"
        keys={SIGNS}
        labels={SIGN_LABEL}
      />
      <ProseInput field={at(form, 'text')} label="Note in words" />
      <SourcesInput field={at(form, 'sources')} />
      <More values={form.value} blank={blankForm('skinNote')} blocks={furtherBlocks(form)} />
    </>
  )
}

function furtherBlocks(form: Form) {
  const findings = at(form, 'findings')
  return [
    {
      names: ['count', 'sizeWords'],
      fields: (
        <Pair>
          <QuantityInput field={at(form, 'count')} label="Number seen" unit={null} />
          <LineInput field={at(form, 'sizeWords')} label="Size in words" />
        </Pair>
      ),
    },
    {
      names: ['patterns', 'colours', 'descriptors', 'appearance'],
      fields: (
        <Group title="Appearance">
          <SomeChoice
            field={at(form, 'patterns')}
            label="Pattern"
            members={PATTERNS}
            labels={PATTERN_LABEL}
          />
          <SomeChoice
            field={at(form, 'colours')}
            label="Colour"
            members={COLOURS}
            labels={COLOUR_LABEL}
          />
          <SomeChoice
            field={at(form, 'descriptors')}
            label="Surface and shape"
            members={DESCRIPTORS}
            labels={DESCRIPTOR_LABEL}
          />
          <ProseInput field={at(form, 'appearance')} label="Appearance in words" />
        </Group>
      ),
    },
    {
      names: ['findings', 'symptoms'],
      fields: (
        <>
          {FINDING_GROUPS.map(({ key, label, members }) => (
            <AnswersInput
              key={key}
              field={findings}
              title={label}
              keys={members}
              labels={FINDING_LABEL}
            />
          ))}
          <ProseInput field={at(form, 'symptoms')} label="Symptoms in words" />
        </>
      ),
    },
    {
      names: ['exudateAmount', 'painScore', 'painKinds'],
      fields: (
        <>
          <Pair>
            <ListChoice
              field={at(form, 'exudateAmount')}
              label="Amount of exudate"
              options={choices(EXUDATE_AMOUNTS, EXUDATE_AMOUNT_LABEL)}
              empty="not recorded"
            />
            <LineInput field={at(form, 'painScore')} label="Pain, 0 to 10" />
          </Pair>
          <SomeChoice
            field={at(form, 'painKinds')}
            label="Kind of pain"
            members={PAIN_KINDS}
            labels={PAIN_KIND_LABEL}
          />
        </>
      ),
    },
    {
      names: ['culture', 'cultureWords', 'antibiotic', 'cultureGuided'],
      fields: (
        <Group title="Infection">
          <Pair>
            <ListChoice
              field={at(form, 'culture')}
              label="Culture"
              options={choices(CULTURES, CULTURE_LABEL)}
              empty="not recorded"
            />
            <LineInput field={at(form, 'cultureWords')} label="Culture result" />
          </Pair>
          <LineInput field={at(form, 'antibiotic')} label="Antibiotic" />
          <AnswerInput field={at(form, 'cultureGuided')} label="Antibiotic guided by the culture" />
        </Group>
      ),
    },
    {
      names: ['lymphoedemaPlaces', 'lymphoedemaCare'],
      fields: (
        <Group title="Lymphoedema">
          <SomeChoice
            field={at(form, 'lymphoedemaPlaces')}
            label="Lymphoedema of"
            members={LYMPHOEDEMA_PLACES}
            labels={LYMPHOEDEMA_PLACE_LABEL}
          />
          <SomeChoice
            field={at(form, 'lymphoedemaCare')}
            label="Care of lymphoedema"
            members={LYMPHOEDEMA_CARES}
            labels={LYMPHOEDEMA_CARE_LABEL}
          />
        </Group>
      ),
    },
    { names: ['failed'], fields: <FailedRows field={at(form, 'failed')} /> },
    {
      names: ['differentials', 'differentialWords'],
      fields: (
        <>
          <SomeChoice
            field={at(form, 'differentials')}
            label="Considered"
            members={DIFFERENTIALS}
            labels={DIFFERENTIAL_LABEL}
          />
          <LineInput field={at(form, 'differentialWords')} label="Considered, in words" />
        </>
      ),
    },
    {
      names: ['growth', 'growthWords', 'changes', 'attributedTo', 'courseWords'],
      fields: (
        <Group title="Growth and change">
          <Pair>
            <ListChoice
              field={at(form, 'growth')}
              label="Growth"
              options={choices(GROWTHS, GROWTH_LABEL)}
              empty="not recorded"
            />
            <LineInput field={at(form, 'growthWords')} label="Growth in words" />
          </Pair>
          <SomeChoice
            field={at(form, 'changes')}
            label="How it changed"
            members={CHANGES}
            labels={CHANGE_LABEL}
          />
          <SomeChoice
            field={at(form, 'attributedTo')}
            label="Put down to"
            members={ATTRIBUTIONS}
            labels={ATTRIBUTION_LABEL}
          />
          <LineInput field={at(form, 'courseWords')} label="Course in words" />
        </Group>
      ),
    },
    { names: ['wound'], fields: <WoundFields field={at(form, 'wound')} /> },
    {
      names: ['examined', 'arranged', 'arrangedWords'],
      fields: (
        <>
          <SomeChoice
            field={at(form, 'examined')}
            label="Examined and documented"
            members={EXAMINED}
            labels={EXAMINED_LABEL}
          />
          <SomeChoice
            field={at(form, 'arranged')}
            label="Asked for"
            members={ARRANGED}
            labels={ARRANGED_LABEL}
          />
          <LineInput field={at(form, 'arrangedWords')} label="Asked for, in words" />
        </>
      ),
    },
    { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
  ]
}

function SizeRows({ field }: Readonly<{ field: Field<FormOf<'skinNote'>['sizes']> }>) {
  const rows = rowFields(field, BLANK_LESION_SIZE)
  return (
    <>
      {rows.map(({ key, field: row, remove }, index) => (
        <div key={key}>
          <SizeInput
            field={at(row, 'measured')}
            label={rows.length > 1 ? `Size ${index + 1}` : 'Size'}
            methods={WAYS_MEASURED}
            autoFocus={key.startsWith('new ')}
            onRemove={rows.length > 1 ? remove : null}
            onAnother={
              index === rows.length - 1
                ? () => addRow(field, BLANK_LESION_SIZE, BLANK_LESION_SIZE)
                : null
            }
          />
          <Pair>
            <QuantityInput field={at(row, 'elevation')} label="Elevation" unit="mm" />
            <LineInput field={at(row, 'of')} label="Which of several" />
          </Pair>
        </div>
      ))}
    </>
  )
}

const BLANK_FAILED = { treatment: '', words: '' } as const

function FailedRows({ field }: Readonly<{ field: Field<FormOf<'skinNote'>['failed']> }>) {
  return (
    <Group
      title="Earlier treatment that failed"
      actions={
        <SmallButton
          label="Add a treatment that failed"
          onPress={() => addRow(field, BLANK_FAILED, BLANK_FAILED)}
        >
          + treatment
        </SmallButton>
      }
    >
      {rowFields(field, BLANK_FAILED).map(({ key, field: row, remove }, index) => (
        <div key={key}>
          <Pair>
            <ListChoice
              field={at(row, 'treatment')}
              label={`Treatment that failed ${index + 1}`}
              options={choices(FAILED_KINDS, FAILED_KIND_LABEL)}
              empty="nothing chosen"
            />
            <LineInput field={at(row, 'words')} label="Which" />
          </Pair>
          {field.value.length > 0 && (
            <SmallButton label={`Take away treatment that failed ${index + 1}`} onPress={remove}>
              take away
            </SmallButton>
          )}
        </div>
      ))}
    </Group>
  )
}
