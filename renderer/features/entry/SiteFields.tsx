import { SIDES } from '../../../shared/case/common.ts'
import { BONE_TYPES, CERTAINTIES, SITE_ROLES, SITE_STATUSES } from '../../../shared/case/site.ts'
import { bodySiteById } from '../../../shared/codes/bodySites.ts'
import { GRADES } from '../../../shared/codes/grades.ts'
import { HISTOLOGIES, HISTOLOGY_LABEL } from '../../../shared/codes/histologies.ts'
import { SIDE_LABEL } from '../../../shared/codes/laterality.ts'
import {
  BONE_TYPE_LABEL,
  CERTAINTY_LABEL,
  SITE_ROLE_LABEL,
  SITE_STATUS_LABEL,
} from '../../../shared/codes/siteWords.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { listedPlace, UNLISTED } from '../../../shared/forms/placeField.ts'
import { TNM_PREFIXES } from '../../../shared/forms/siteForm.ts'
import { NO_SOURCE } from '../../../shared/forms/sourceFields.ts'
import { WhenInput } from './DateInput.tsx'
import { entryChoices } from './entryWords.ts'
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
  RowChoice,
  RowFields,
  SmallButton,
} from './inputs.tsx'
import { More } from './More.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import { FoldedSource, SourcesInput } from './SourceInput.tsx'
import { QuantityInput, SizesInput, StatedInput } from './ValueInputs.tsx'

type Form = Field<FormOf<'site'>>

export const SIDE_CHOICES = [
  { value: '' as const, label: 'Not stated' },
  ...choices(SIDES, SIDE_LABEL),
]
const ROLE_CHOICES = choices(SITE_ROLES, { ...SITE_ROLE_LABEL, notStated: 'Not stated' })
const WAYS = [
  'examination',
  'biopsy',
  'CT',
  'MRI',
  'PET/CT',
  'bone scan',
  'ultrasound',
  'mammography',
]
const SUBSITES = [
  'upper outer',
  'upper inner',
  'lower outer',
  'lower inner',
  'central',
  'upper',
  'lower',
]

/** The form of a site of disease. */
export function SiteFields({ form, self }: Readonly<{ form: Form; self: string }>) {
  const { entries } = useScope()
  const { place, role } = form.value
  const listed = place.picked === UNLISTED ? null : listedPlace(place)
  const bone = listed === null || bodySiteById(listed.id)?.bone === true
  const isPrimary = role === 'primary'
  const blank = blankForm('site')
  return (
    <>
      <PlaceInput field={at(form, 'place')} autoFocus />
      <RowChoice field={at(form, 'side')} label="Side" options={SIDE_CHOICES} />
      <RowChoice
        field={at(form, 'certainty')}
        label="Certainty"
        isRequired
        options={choices(CERTAINTIES, CERTAINTY_LABEL)}
      />
      <RowChoice
        field={at(form, 'role')}
        label="Primary, local, regional or distant"
        options={ROLE_CHOICES}
      />
      <WhenInput field={at(form, 'firstSeen')} label="First seen" />
      <OfferedInput
        field={at(form, 'foundBy')}
        label="How found"
        offers={WAYS}
        description="several with a comma between them"
      />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blank}
        blocks={[
          ...(isPrimary
            ? [{ names: ['primary', 'role'], fields: <PrimaryFields form={form} /> }]
            : [{ names: ['primary'], fields: <PrimaryFields form={form} /> }]),
          {
            names: ['subsite'],
            fields: (
              <OfferedInput
                field={at(form, 'subsite')}
                label="Sub-site or quadrant"
                offers={SUBSITES}
              />
            ),
          },
          {
            names: ['lesions'],
            fields: (
              <QuantityInput field={at(form, 'lesions')} label="Number of lesions" unit={null} />
            ),
          },
          { names: ['sizes'], fields: <SizesInput field={at(form, 'sizes')} label="Sizes" /> },
          {
            names: ['symptoms'],
            fields: <StatedInput field={at(form, 'symptoms')} label="Symptoms" what="symptom" />,
          },
          {
            names: ['findings'],
            fields: <ProseInput field={at(form, 'findings')} label="Findings" />,
          },
          { names: ['course'], fields: <CourseFields form={form} /> },
          ...(bone || form.value.boneType !== ''
            ? [
                {
                  names: ['boneType'],
                  fields: (
                    <ListChoice
                      field={at(form, 'boneType')}
                      label="Bone type"
                      options={choices(BONE_TYPES, BONE_TYPE_LABEL)}
                      empty="not recorded"
                    />
                  ),
                },
              ]
            : []),
          {
            names: ['recurrenceOf'],
            fields: (
              <ListChoice<string>
                field={at(form, 'recurrenceOf')}
                label="Recurrence of"
                options={entryChoices(entries, 'site', self)}
                empty="none stated"
              />
            ),
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}

function CourseFields({ form }: Readonly<{ form: Form }>) {
  const course = at(form, 'course')
  const blank = { status: '', when: [], note: '' } as const
  return (
    <Group
      title="Course"
      actions={
        <SmallButton
          label="Add a status to the course"
          onPress={() => addRow(course, blank, blank)}
        >
          + status
        </SmallButton>
      }
    >
      {rowFields(course, blank).map(({ key, field, remove }, index) => (
        <RowFields key={key}>
          <ListChoice
            field={at(field, 'status')}
            label={index === 0 ? 'Status' : `Status ${index + 1}`}
            options={choices(SITE_STATUSES, SITE_STATUS_LABEL)}
            empty="none chosen"
          />
          <WhenInput field={at(field, 'when')} label="On" />
          <LineInput field={at(field, 'note')} label="Remark" />
          {course.value.length > 0 && (
            <SmallButton label={`Take away status ${index + 1}`} onPress={remove}>
              take away
            </SmallButton>
          )}
        </RowFields>
      ))}
    </Group>
  )
}

const BLANK_STAGE = {
  prefix: '',
  t: '',
  n: '',
  m: '',
  group: '',
  edition: '',
  source: NO_SOURCE,
} as const
const HISTOLOGY_OFFERS = HISTOLOGIES.map(histology => HISTOLOGY_LABEL[histology])
const PREFIX_CHOICES = TNM_PREFIXES.map(value => ({ value, label: value }))

function PrimaryFields({ form }: Readonly<{ form: Form }>) {
  const primary = at(form, 'primary')
  const stages = at(primary, 'stages')
  return (
    <Group
      title="Primary tumour"
      actions={
        <SmallButton label="Add a stage" onPress={() => addRow(stages, BLANK_STAGE)}>
          + stage
        </SmallButton>
      }
    >
      <OfferedInput field={at(primary, 'histology')} label="Histology" offers={HISTOLOGY_OFFERS} />
      <Pair>
        <LineInput field={at(primary, 'quadrant')} label="Quadrant" />
        <OfferedInput field={at(primary, 'grade')} label="Grade" offers={GRADES} />
      </Pair>
      {rowFields(stages).map(({ key, field, remove }, index) => (
        <RowFields key={key}>
          <Pair>
            <ListChoice
              field={at(field, 'prefix')}
              label="TNM prefix"
              options={PREFIX_CHOICES}
              empty="none"
            />
            <LineInput field={at(field, 't')} label="T" />
            <LineInput field={at(field, 'n')} label="N" />
            <LineInput field={at(field, 'm')} label="M" />
            <LineInput field={at(field, 'group')} label="Stage as recorded" />
            <OfferedInput
              field={at(field, 'edition')}
              label="Manual and edition"
              offers={['AJCC 8', 'UICC 8', 'AJCC 7', 'UICC 7']}
            />
          </Pair>
          <FoldedSource field={at(field, 'source')} />
          {stages.value.length > 0 && (
            <SmallButton label={`Take away stage ${index + 1}`} onPress={remove}>
              take away
            </SmallButton>
          )}
        </RowFields>
      ))}
    </Group>
  )
}
