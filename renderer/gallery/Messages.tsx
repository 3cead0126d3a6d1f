import { Button } from '../components/Button.tsx'
import { NoticeBar } from '../components/NoticeBar.tsx'
import { Panel } from '../components/Panel.tsx'
import styles from './Gallery.module.css'
import { Group, State } from './Specimens.tsx'

const ROWS = [
  ['A', 'Right breast', '80 %'],
  ['B', 'Sentinel nodes', 'not reported'],
  ['C', 'Chest wall, a place whose name takes more than one line', '10 %'],
] as const

/** Panels with and without content, tables, and what tells of something done or gone wrong. */
export function Messages() {
  return (
    <>
      <Group title="Panels">
        <State name="with content">
          <Panel title="Documents" beside="2" actions={<Button size="small">Add</Button>}>
            <p className={styles.text}>Letter, report.</p>
          </Panel>
        </State>
        <State name="empty">
          <Panel
            title="Skin lesions"
            empty={
              <>
                No skin lesion is recorded. <Button size="small">Add one</Button>
              </>
            }
          />
        </State>
        <State name="loading">
          <Panel title="History" busy>
            <p className={styles.text}>What was painted last stays.</p>
          </Panel>
        </State>
        <State name="error">
          <Panel
            title="Summary"
            error={{ message: 'The page could not be drawn. Nothing was lost.', onRetry: () => {} }}
          >
            <p className={styles.text}>The rest stays usable.</p>
          </Panel>
        </State>
      </Group>
      <Group title="Table">
        <State name="rows">
          <table className={styles.table}>
            <caption>Specimens</caption>
            <thead>
              <tr>
                <th scope="col">Label</th>
                <th scope="col">From</th>
                <th scope="col">ER</th>
              </tr>
            </thead>
            <tbody>
              {ROWS.map(([label, from, er]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{from}</td>
                  <td className="tabular">{er}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </State>
      </Group>
      <Group title="Notices">
        {(['done', 'problem'] as const).map(tone => (
          <State key={tone} name={tone}>
            <div className={styles.notice}>
              <NoticeBar
                notice={{
                  key: tone,
                  tone,
                  text: tone === 'done' ? 'Removed: scalp site.' : 'Nothing was saved; try again.',
                  action: { label: 'Undo', onPress: () => {} },
                }}
                onClose={() => {}}
              />
            </div>
          </State>
        ))}
      </Group>
    </>
  )
}
