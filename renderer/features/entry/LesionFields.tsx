import {
  GROUPING_LABEL,
  GROUPINGS,
  LESION_CONTEXT_LABEL,
  LESION_CONTEXTS,
} from '../../../shared/codes/skin/appearance.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { NO_PIN } from '../../../shared/forms/pinField.ts'
import { WhenInput } from './DateInput.tsx'
import { entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  Pair,
  ProseInput,
  RowChoice,
  SmallButton,
  Spot,
} from './inputs.tsx'
import { More } from './More.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import { SIDE_CHOICES } from './SiteFields.tsx'
import { AnswerInput } from './SkinInputs.tsx'
import { SourcesInput } from './SourceInput.tsx'
import { QuantityInput } from './ValueInputs.tsx'

type Form = Field<FormOf<'lesion'>>

const RELATIONS = [
  { key: 'toScar', title: 'At or near a scar' },
  { key: 'toPrimary', title: 'Near the primary' },
  { key: 'toField', title: 'In a radiation field' },
] as const

/** The form of a skin lesion. */
export function LesionFields({ form }: Readonly<{ form: Form }>) {
  const { entries } = useScope()
  const pin = at(form, 'pin')
  return (
    <>
      <PlaceInput field={at(form, 'place')} autoFocus />
      <Pair>
        <RowChoice field={at(form, 'side')} label="Side" options={SIDE_CHOICES} />
        <LineInput field={at(form, 'label')} label="Label" isRequired />
      </Pair>
      <WhenInput field={at(form, 'firstSeen')} label="First seen" />
      <ListChoice<string>
        field={at(form, 'site')}
        label="Site of disease"
        options={entryChoices(entries, 'site')}
        empty="not linked to a site"
      />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('lesion')}
        blocks={[
          {
            names: ['grouping', 'count'],
            fields: (
              <Pair>
                <ListChoice
                  field={at(form, 'grouping')}
                  label="Single or several"
                  options={choices(GROUPINGS, GROUPING_LABEL)}
                  empty="not recorded"
                />
                <QuantityInput
                  field={at(form, 'count')}
                  label="Number"
                  unit={null}
                  description="a number or a range, such as 4-6"
                />
              </Pair>
            ),
          },
          { names: ['extent'], fields: <LineInput field={at(form, 'extent')} label="Extent" /> },
          ...RELATIONS.map(({ key, title }) => ({
            names: [key],
            fields: (
              <Group title={title}>
                <AnswerInput field={at(at(form, key), 'answer')} label={title} />
                <LineInput field={at(at(form, key), 'words')} label="In words" />
              </Group>
            ),
          })),
          {
            names: ['context'],
            fields: (
              <ListChoice
                field={at(form, 'context')}
                label="Context"
                options={choices(LESION_CONTEXTS, LESION_CONTEXT_LABEL)}
              />
            ),
          },
          {
            names: ['subsite'],
            fields: <LineInput field={at(form, 'subsite')} label="Sub-site" />,
          },
          {
            names: ['pin'],
            fields: (
              <Spot path={pin.path}>
                {pin.value.plate === '' ? (
                  <span>No pin is set on the figure.</span>
                ) : (
                  <SmallButton
                    label="Take the pin off the figure"
                    onPress={() => pin.update(() => NO_PIN)}
                  >
                    take the pin off the figure
                  </SmallButton>
                )}
              </Spot>
            ),
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}
