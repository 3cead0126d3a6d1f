import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { MenuButton } from '../components/MenuButton.tsx'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { Shortcut } from '../components/Shortcut.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { ToggleField } from '../components/ToggleField.tsx'
import styles from './Gallery.module.css'
import { Group, State } from './Specimens.tsx'

const LOOKS = ['normal', 'primary', 'plain'] as const
const RULES = ['>= 1 %', '>= 10 %', '> 10 %'] as const
const PARTS = ['one', 'two'] as const

/** What can be pressed and chosen. */
export function Actions() {
  const [isOn, setIsOn] = useState(true)
  const [rule, setRule] = useState<(typeof RULES)[number]>(RULES[0])
  const [tab, setTab] = useState<(typeof PARTS)[number]>('one')
  const [dialog, setDialog] = useState<'text' | 'question' | null>(null)
  return (
    <>
      <Group title="Buttons">
        {LOOKS.map(look => (
          <State key={look} name={look}>
            <Button look={look}>Save</Button>
            <Button look={look} size="small">
              Add
            </Button>
            <Button look={look} isDisabled>
              Saving…
            </Button>
            <Button look={look}>
              Print <Shortcut keys="Ctrl P" />
            </Button>
          </State>
        ))}
        <State name="on the app bar">
          <div className={styles.chrome}>
            <Button look="chrome">
              Lock <Shortcut keys="Ctrl L" />
            </Button>
            <MenuButton
              look="chrome"
              label="Help"
              choices={[{ key: 'keys', label: 'Keyboard shortcuts', keys: 'F1' }]}
              onChoose={() => {}}
            />
          </div>
        </State>
      </Group>
      <Group title="Choices">
        <State name="toggle, on and off">
          <ToggleField label="Open conflicts" value={isOn} onChange={setIsOn} />
          <ToggleField label="Awaited results" value={!isOn} onChange={on => setIsOn(!on)} />
        </State>
        <State name="segmented, one unavailable">
          <SegmentedControl
            label="Rule"
            value={rule}
            segments={RULES.map((value, at) => ({
              value,
              label: value,
              unavailable: at === 2 ? 'no specimen has a percentage' : null,
            }))}
            onChange={setRule}
          />
        </State>
        <State name="menu, a choice that holds">
          <MenuButton
            look="plain"
            label="Columns"
            selected="born"
            choices={[
              { key: 'born', label: 'Born' },
              { key: 'sex', label: 'Sex' },
            ]}
            onChoose={() => {}}
          />
        </State>
        <State name="tabs">
          <div className={styles.panel}>
            <Tabs
              label="Panels"
              selected={tab}
              onSelect={setTab}
              tabs={PARTS.map(key => ({ key, label: `Part ${key}`, content: <p>Part {key}.</p> }))}
            />
          </div>
        </State>
      </Group>
      <Group title="Dialogs">
        <State name="a text">
          <Button onPress={() => setDialog('text')}>Open a text</Button>
        </State>
        <State name="a question that needs an answer">
          <Button onPress={() => setDialog('question')}>Open a question</Button>
        </State>
      </Group>
      {dialog === 'text' && (
        <Dialog title="A text" onClose={() => setDialog(null)}>
          <p>Escape and a click outside close it.</p>
        </Dialog>
      )}
      {dialog === 'question' && (
        <Dialog
          title="A question"
          needsAnswer
          onClose={() => setDialog(null)}
          actions={
            <>
              <Button look="plain" onPress={() => setDialog(null)}>
                Cancel
              </Button>
              <Button look="primary" onPress={() => setDialog(null)}>
                Go on
              </Button>
            </>
          }
        >
          <p>Only a button closes it.</p>
        </Dialog>
      )}
    </>
  )
}
