import { useId } from 'react'
import { FAMILIES, type LesionSizePoint } from '../../shared/board/board.ts'
import type { Fact } from '../../shared/board/fact.ts'
import { CERTAINTIES } from '../../shared/case/site.ts'
import { COURSES } from '../../shared/codes/skin/assessment.ts'
import { EntryId } from '../../shared/ids.ts'
import { FAMILY_PATTERN } from '../../shared/timeline/families.ts'
import { ChangeMark } from '../components/ChangeMark.tsx'
import { ConflictTag } from '../components/ConflictTag.tsx'
import { CountText } from '../components/CountText.tsx'
import { Diamond } from '../components/Diamond.tsx'
import { FactText } from '../components/FactText.tsx'
import { Flag } from '../components/Flag.tsx'
import { MissingBox } from '../components/MissingBox.tsx'
import { SpecimenLetter } from '../components/SpecimenLetter.tsx'
import { StoryArrow } from '../components/StoryArrow.tsx'
import { CourseMark } from '../features/skin/CourseMark.tsx'
import { SizeTrend } from '../features/skin/SizeTrend.tsx'
import { Patterns } from '../features/timeline/Patterns.tsx'
import styles from './Gallery.module.css'
import { Group, State } from './Specimens.tsx'

const TONES = ['reported', 'derived', 'quote', 'missing'] as const
const DIRECTIONS = ['up', 'down', 'both'] as const
const PERCENTAGES = [0, 10, 50, 100, null] as const

function fact(text: string, tone: Fact['tone'] = 'reported', conflicts: string[] = []): Fact {
  return { id: `gallery.${text}`, text, tone, conflicts }
}

function sizePoint(mm: number): LesionSizePoint {
  return {
    note: EntryId.parse('00000000-0000-4000-8000-000000000000'),
    of: null,
    diameters: [mm],
    elevation: null,
    approximate: false,
    text: `${mm} mm`,
  }
}

/** The marks of map, axis and tables. */
export function Marks() {
  const base = useId()
  return (
    <>
      <Group title="Marks and tags">
        <State name="sites">
          {CERTAINTIES.map(certainty => (
            <span key={certainty} className={styles.pair}>
              <Diamond certainty={certainty} /> {certainty}
            </span>
          ))}
        </State>
        <State name="facts">
          {TONES.map(tone => (
            <FactText key={tone} fact={fact(`${tone} fact`, tone)} />
          ))}
          <FactText fact={fact('90\u2009% | 9\u2009%', 'reported', ['X2'])} />
        </State>
        <State name="not recorded, boxed">
          <MissingBox>not recorded</MissingBox>
        </State>
        <State name="conflict">
          <ConflictTag label="X16" />
        </State>
        <State name="changes">
          {DIRECTIONS.map(direction => (
            <span key={direction} className={styles.pair}>
              <ChangeMark direction={direction} /> from 90
            </span>
          ))}
          <Flag direction="down" fact={fact('positive to negative', 'derived')} />
        </State>
        <State name="course of a skin lesion, as stated">
          {COURSES.map(course => (
            <CourseMark key={course} course={course} />
          ))}
        </State>
        <State name="size trend of a skin lesion">
          <SizeTrend points={[12, 15, 9].map(sizePoint)} />
        </State>
        <State name="specimens">
          <SpecimenLetter label="A" /> <SpecimenLetter label="B" selected />
        </State>
        <State name="story and counts">
          <span>
            breast
            <StoryArrow />
            scalp
          </span>
          <CountText fact={fact('24 conflicts, none settled')} />
        </State>
      </Group>
      <Group title="Drug families">
        {FAMILIES.map(family => (
          <State key={family} name={family}>
            <svg viewBox="0 0 120 16" className={styles.family} role="img" aria-label={family}>
              <Patterns base={`${base}-${family}`} />
              <rect
                x="1"
                y="1"
                width="118"
                height="14"
                rx="2"
                fill={`url(#${base}-${family}-${family})`}
                className={styles.edge}
              />
            </svg>
            <span>{FAMILY_PATTERN[family].ground} ground</span>
          </State>
        ))}
      </Group>
      <Group title="Receptor bars">
        {PERCENTAGES.map(percent => (
          <State key={percent} name={percent === null ? 'no percentage' : `${percent} %`}>
            <svg
              viewBox="0 0 104 12"
              className={styles.bar}
              role="img"
              aria-label={percent === null ? 'no percentage' : `${percent} %`}
            >
              <rect
                x="2"
                y="1"
                width="100"
                height="10"
                className={percent === null ? styles.dashed : styles.frame}
              />
              {percent !== null && (
                <rect x="2" y="1" width={percent} height="10" className={styles.value} />
              )}
              <path d="M12 0v12" className={styles.cut} />
            </svg>
          </State>
        ))}
      </Group>
    </>
  )
}
