import type { Board, BoardLesion, BoardSpecimen } from '../../../shared/board/board.ts'
import type { Entry, EntryBody } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Diamond } from '../../components/Diamond.tsx'
import { FactText } from '../../components/FactText.tsx'
import { Flag } from '../../components/Flag.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useNotify } from '../../components/notices.tsx'
import { SpecimenLetter } from '../../components/SpecimenLetter.tsx'
import { useChangeCase } from '../board/useCase.ts'
import { entryName } from '../entry/entryWords.ts'
import { sentenceOf } from '../session/session.ts'
import styles from './LesionLinks.module.css'
import type { LesionStep } from './lesionStep.ts'

type Props = Readonly<{
  open: OpenCase
  board: Board
  lesion: BoardLesion
  canWrite: boolean
  onStep: (step: LesionStep) => void
}>

/** What a lesion is linked to: its site, its biopsies with their receptors, its treatments; each is followed, or made here. */
export function LesionLinks({ open, board, lesion, canWrite, onStep }: Props) {
  const change = useLinks(open)
  const { entries } = open.case
  const site = board.sites.find(({ entry }) => entry === lesion.site)
  const own = board.specimens.filter(specimen => specimen.lesion === lesion.entry)
  const others = entries.filter(({ body }) => body.kind === 'specimen' && body.lesion === null)
  const sites = entries.filter(({ id, body }) => body.kind === 'site' && id !== lesion.site)
  return (
    <dl className={styles.links}>
      <dt>Site</dt>
      <dd>
        {site === undefined ? (
          <FactText fact={lesion.what} />
        ) : (
          <Chip
            onPress={() => onStep({ to: 'select', entry: site.entry })}
            label={`Site ${site.number}, ${site.name.text}`}
          >
            <Diamond certainty={site.certainty} className={styles.diamond} />
            <b>{site.number}</b> {site.name.text}
          </Chip>
        )}
        {canWrite && sites.length > 0 && (
          <MenuButton
            look="plain"
            size="small"
            label={site === undefined ? 'Link a site…' : 'Another site…'}
            placement="bottom start"
            choices={sites.map(choice)}
            onChoose={id =>
              change(lesion.entry, body => (body.kind === 'lesion' ? { ...body, site: id } : body))
            }
          />
        )}
      </dd>
      <dt>Biopsies</dt>
      <dd>
        {own.length === 0 && <span className={styles.none}>no specimen is linked</span>}
        {own.toReversed().map(specimen => (
          <Biopsy
            key={specimen.entry}
            specimen={specimen}
            onPress={() => onStep({ to: 'select', entry: specimen.entry })}
          />
        ))}
        {canWrite && (
          <span className={styles.make}>
            <Button size="small" onPress={() => onStep({ to: 'biopsy', lesion: lesion.entry })}>
              Biopsy taken…
            </Button>
            {others.length > 0 && (
              <MenuButton
                look="plain"
                size="small"
                label="Link a specimen…"
                placement="bottom start"
                choices={others.map(choice)}
                onChoose={id =>
                  change(id, body =>
                    body.kind === 'specimen' ? { ...body, lesion: lesion.entry } : body,
                  )
                }
              />
            )}
          </span>
        )}
      </dd>
      {lesion.treatments.length > 0 && (
        <>
          <dt>Treated by</dt>
          <dd>
            {lesion.treatments.map(({ entry, fact }) => (
              <Chip key={entry} onPress={() => onStep({ to: 'select', entry })} label={fact.text}>
                <FactText fact={fact} />
              </Chip>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

function Biopsy({ specimen, onPress }: Readonly<{ specimen: BoardSpecimen; onPress: () => void }>) {
  const { label, collected, procedure, results, withoutReceptors, comparedWith } = specimen
  return (
    <div className={styles.biopsy}>
      <Chip onPress={onPress} label={`Specimen ${label}, ${procedure.text}, ${collected.text}`}>
        <SpecimenLetter label={label} /> <FactText fact={procedure} />,{' '}
        <FactText fact={collected} />
      </Chip>
      {withoutReceptors !== null && <FactText fact={withoutReceptors} />}
      <ul className={styles.receptors}>
        {results.map(({ marker, value, flag }) => (
          <li key={marker}>
            <b>{marker}</b> <FactText fact={value} />
            {flag !== null && (
              <>
                {' '}
                <Flag direction={flag.direction} fact={flag.fact} />
              </>
            )}
          </li>
        ))}
      </ul>
      {comparedWith !== null && (
        <span className={styles.quiet}>
          <FactText fact={comparedWith} />
        </span>
      )}
    </div>
  )
}

/** What can be gone to, as a button with its words. */
export function Chip({
  children,
  label,
  onPress,
}: Readonly<{ children: React.ReactNode; label: string; onPress: () => void }>) {
  return (
    <button type="button" className={styles.chip} aria-label={label} onClick={onPress}>
      {children}
    </button>
  )
}

function choice({ id, body }: Entry): { key: EntryId; label: string } {
  return { key: id, label: entryName(body) }
}

/** Changes one entry of the case and says what went wrong, if anything. */
export function useLinks(open: OpenCase) {
  const { apply } = useChangeCase(open.case.patient.id)
  const notify = useNotify()
  return (id: EntryId, change: (body: EntryBody) => EntryBody) => {
    const entry = open.case.entries.find(each => each.id === id)
    if (entry === undefined) return
    apply.mutate([{ do: 'update', id, revision: entry.revision, body: change(entry.body) }], {
      onError: error => notify({ text: sentenceOf(error), tone: 'problem' }),
    })
  }
}
