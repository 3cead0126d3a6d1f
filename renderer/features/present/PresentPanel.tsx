import { assertNever } from '../../../shared/assertNever.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { FactText } from '../../components/FactText.tsx'
import { Panel } from '../../components/Panel.tsx'
import { MissingList } from '../conflicts/MissingList.tsx'
import { FigurePanel } from '../figure/FigurePanel.tsx'
import { MeetingFactsList } from '../outcomes/MeetingFacts.tsx'
import { useSince } from '../since/sinceContext.ts'
import { LesionThumbnail } from '../skin/LesionThumbnail.tsx'
import { ReceptorRemarks, ReceptorTable } from '../tables/ReceptorTable.tsx'
import { SkinList, skinCount } from '../tables/SkinList.tsx'
import { TreatmentTable } from '../tables/TreatmentTable.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { ConflictLines } from './ConflictLines.tsx'
import { FindingsList, type Picking, SiteList } from './FindingsList.tsx'
import type { PanelKey } from './panels.ts'
import { QuestionPanel } from './QuestionPanel.tsx'

type Props = Picking &
  Readonly<{
    panel: PanelKey
    of: Case
    board: Board
    today: string
    compact: boolean
    /** False where something else takes its place beside the axis; the sites have a panel of their own. */
    withFigure: boolean
    onCutoff: (cutoff: CutoffId) => void
  }>

/** One panel of a presentation. Only the one that is shown is there. */
export function PresentPanel(props: Props) {
  const { panel, of, board, today, compact, selected, onSelect, onCutoff, withFigure } = props
  const { marked } = useSince()
  const picking = { selected, onSelect }
  // Opening means editing on the board; here it selects.
  const opening = { board, ...picking, onOpen: onSelect }
  switch (panel) {
    case 'course':
      return (
        <>
          {withFigure && <FigurePanel {...opening} marked={marked} compact actions={null} />}
          <Timeline board={board} marked={marked} today={today} {...picking} onCutoff={onCutoff} />
        </>
      )
    case 'map':
      return (
        <>
          <FigurePanel {...opening} marked={marked} compact={compact} actions={null} />
          <Panel title="Every site">
            <SiteList board={board} {...picking} />
          </Panel>
        </>
      )
    case 'receptors':
      return (
        <Panel
          title="Receptors, newest first"
          beside={<FactText fact={board.counts.specimens} />}
          actions={<FactText fact={board.rule.sentence} />}
          {...(board.specimens.length > 0 ? {} : { empty: 'No specimen is recorded.' })}
        >
          <ReceptorTable isBrief={false} {...opening} withSubtype={!compact} />
          {board.receptorRemarks.length > 0 && <ReceptorRemarks board={board} />}
        </Panel>
      )
    case 'treatment':
      return (
        <Panel
          title="Treatment lines, newest first"
          beside="line numbers are set by a person"
          {...(board.systemic.length + board.local.length > 0
            ? {}
            : { empty: 'No treatment is recorded.' })}
        >
          <TreatmentTable {...opening} />
        </Panel>
      )
    case 'findings':
      return (
        <>
          <Panel
            title="Skin lesions"
            {...(skinCount(board) > 0 ? {} : { empty: 'No lesion of the skin is recorded.' })}
          >
            <SkinList
              {...opening}
              thumbnail={lesion => (
                <LesionThumbnail of={of} board={board} lesion={lesion} forRoom />
              )}
            />
          </Panel>
          <Panel
            title="Imaging and assessments"
            {...(board.imaging.length + board.assessments.length > 0
              ? {}
              : { empty: 'No imaging and no assessment is recorded.' })}
          >
            <FindingsList board={board} {...picking} />
          </Panel>
        </>
      )
    case 'open':
      return (
        <>
          <Panel
            title="Conflicts"
            beside={board.conflicts.length}
            {...(board.conflicts.length > 0 ? {} : { empty: 'No conflict is recorded.' })}
          >
            <ConflictLines board={board} {...picking} />
          </Panel>
          <Panel
            title="Missing for the meeting"
            beside={board.missing.length}
            {...(board.missing.length > 0
              ? {}
              : { empty: 'Nothing of the minimum data set is missing.' })}
          >
            <MissingList board={board} onGo={null} />
          </Panel>
        </>
      )
    case 'question':
      return <QuestionPanel board={board} />
    case 'outcomes':
      return (
        <Panel
          title="Meetings and outcomes, newest first"
          beside={board.meetings.length}
          {...(board.meetings.length > 0 ? {} : { empty: 'The case was on no list of a meeting.' })}
        >
          <MeetingFactsList meetings={board.meetings} />
        </Panel>
      )
    default:
      return assertNever(panel)
  }
}
