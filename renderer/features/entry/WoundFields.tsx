import {
  DRESSING_LABEL,
  DRESSINGS,
  NEED_LABEL,
  NEEDS,
  PAIN_RELIEF_LABEL,
  PAIN_RELIEF_USE_LABEL,
  PAIN_RELIEF_USES,
  PAIN_RELIEFS,
  SCALE_ITEMS,
  SKIN_CARE_LABEL,
  SKIN_CARES,
  WOUND_INSTRUMENTS,
} from '../../../shared/codes/skin/woundWords.ts'
import type { WoundTyped } from '../../../shared/forms/woundFields.ts'
import { Fold } from '../skin/Fold.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  RowFields,
  SmallButton,
} from './inputs.tsx'
import { AnswerInput, SomeChoice } from './SkinInputs.tsx'

const BLANK_SCALE = { instrument: '', item: '', value: '' }
const BLANK_RELIEF = { way: '', use: '', what: '' } as const

/** Care of a wound, of its pain and of the skin around it, in parts that say what is filled in while they are folded. */
export function WoundFields({ field }: Readonly<{ field: Field<WoundTyped> }>) {
  const { value } = field
  const path = (name: keyof WoundTyped & string) => at(field, name).path
  return (
    <Group title="Wound care">
      <SomeChoice
        field={at(field, 'dressings')}
        label="Dressing"
        members={DRESSINGS}
        labels={DRESSING_LABEL}
      />
      <Pair>
        <LineInput field={at(field, 'dressingWords')} label="Dressing in words" />
        <LineInput field={at(field, 'changes')} label="How often changed" />
      </Pair>
      <AnswerInput field={at(field, 'changeTrauma')} label="Trauma at dressing changes" />
      <AnswerInput field={at(field, 'adhesiveAvoided')} label="Adhesive avoided" />
      <LineInput field={at(field, 'antimicrobial')} label="Antimicrobial cream" />
      <div>
        <Fold
          title="Pain relief"
          said={value.painRelief.flatMap(row =>
            row.value.way === '' ? [] : [PAIN_RELIEF_LABEL[row.value.way]],
          )}
          paths={[path('painRelief')]}
        >
          <ReliefRows field={at(field, 'painRelief')} />
        </Fold>
        <Fold
          title="Scales"
          said={value.scales.map(row => `${row.value.instrument} ${row.value.value}`)}
          paths={[path('scales')]}
        >
          <ScaleRows field={at(field, 'scales')} />
        </Fold>
        <Fold
          title="Care of the skin, needs"
          said={[
            ...value.skinCare.map(care => SKIN_CARE_LABEL[care]),
            ...value.needs.map(need => NEED_LABEL[need]),
            ...(value.needWords === '' ? [] : [value.needWords]),
          ]}
          paths={[path('skinCare'), path('needs'), path('needWords')]}
        >
          <SomeChoice
            field={at(field, 'skinCare')}
            label="Care of the skin"
            members={SKIN_CARES}
            labels={SKIN_CARE_LABEL}
          />
          <SomeChoice
            field={at(field, 'needs')}
            label="Needs"
            members={NEEDS}
            labels={NEED_LABEL}
          />
          <LineInput field={at(field, 'needWords')} label="Needs in words" />
        </Fold>
      </div>
    </Group>
  )
}

function ScaleRows({ field }: Readonly<{ field: Field<WoundTyped['scales']> }>) {
  return (
    <Group
      title="Scales"
      actions={
        <SmallButton label="Add a scale" onPress={() => addRow(field, BLANK_SCALE, BLANK_SCALE)}>
          + scale
        </SmallButton>
      }
    >
      {rowFields(field, BLANK_SCALE).map(({ key, field: row, remove }, index) => (
        <RowFields key={key}>
          <OfferedInput
            field={at(row, 'instrument')}
            label={`Scale ${index + 1}`}
            offers={WOUND_INSTRUMENTS}
          />
          <Pair>
            <OfferedInput field={at(row, 'item')} label="Of what" offers={SCALE_ITEMS} />
            <LineInput field={at(row, 'value')} label="Value as recorded" />
          </Pair>
          {field.value.length > 0 && (
            <SmallButton label={`Take away scale ${index + 1}`} onPress={remove}>
              take away
            </SmallButton>
          )}
        </RowFields>
      ))}
    </Group>
  )
}

function ReliefRows({ field }: Readonly<{ field: Field<WoundTyped['painRelief']> }>) {
  return (
    <Group
      title="Pain relief"
      actions={
        <SmallButton
          label="Add pain relief"
          onPress={() => addRow(field, BLANK_RELIEF, BLANK_RELIEF)}
        >
          + pain relief
        </SmallButton>
      }
    >
      {rowFields(field, BLANK_RELIEF).map(({ key, field: row, remove }, index) => (
        <RowFields key={key}>
          <Pair>
            <ListChoice
              field={at(row, 'way')}
              label={`Pain relief ${index + 1}`}
              options={choices(PAIN_RELIEFS, PAIN_RELIEF_LABEL)}
              empty="nothing chosen"
            />
            <ListChoice
              field={at(row, 'use')}
              label="Use"
              options={choices(PAIN_RELIEF_USES, PAIN_RELIEF_USE_LABEL)}
              empty="not recorded"
            />
          </Pair>
          <LineInput field={at(row, 'what')} label="What is given" />
          {field.value.length > 0 && (
            <SmallButton label={`Take away pain relief ${index + 1}`} onPress={remove}>
              take away
            </SmallButton>
          )}
        </RowFields>
      ))}
    </Group>
  )
}
