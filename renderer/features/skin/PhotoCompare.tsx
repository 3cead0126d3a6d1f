import { useState } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { type LesionPhoto, pairFrom } from './lesionPhotos.ts'
import styles from './PhotoCompare.module.css'
import { PhotoFacts } from './PhotoFacts.tsx'
import { PhotoPane } from './PhotoPane.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { type PictureView, turned, WHOLE, zoomed } from './pictureView.ts'

type Props = Readonly<{
  open: OpenCase
  photos: readonly LesionPhoto[]
  first: EntryId
  /** Shows two beside each other at once. */
  isPair: boolean
  canWrite: boolean
  onEdit: (photograph: EntryId) => void
  /** The last photograph was removed. */
  onNone: () => void
}>

const BUTTONS = [
  { label: 'Larger', keys: '+', step: (view: PictureView) => zoomed(view, 1.5) },
  { label: 'Smaller', keys: '−', step: (view: PictureView) => zoomed(view, 1 / 1.5) },
  { label: 'Turn left', keys: '⇧ ←', step: (view: PictureView) => turned(view, -15) },
  { label: 'Turn right', keys: '⇧ →', step: (view: PictureView) => turned(view, 15) },
  { label: 'All of it', keys: '0', step: () => WHOLE },
] as const

/** Photographs of a lesion, one large or two beside each other; what is done to one is done to both while they are linked. */
export function PhotoCompare(props: Props) {
  const { open, photos, canWrite, onEdit, onNone } = props
  const patientId = open.case.patient.id
  const [shown, setShown] = useState<readonly EntryId[]>(() =>
    props.isPair ? pairFrom(photos, props.first) : [props.first],
  )
  const [active, setActive] = useState(0)
  const [isLinked, setIsLinked] = useState(true)
  const [views, setViews] = useState<readonly PictureView[]>([WHOLE, WHOLE])
  const there = shown.flatMap(id => photos.filter(({ entry }) => entry === id))
  const chosen = there[Math.min(active, there.length - 1)]
  const isPair = there.length > 1

  function change(pane: number, step: (view: PictureView) => PictureView): void {
    setViews(before =>
      before.map((view, i) => (i === pane || (isLinked && isPair) ? step(view) : view)),
    )
  }

  function pick(photograph: EntryId): void {
    const other = shown[1 - active]
    // One that stands on the other side changes places with this one.
    if (isPair && other === photograph) setShown(shown.toReversed())
    else setShown(shown.map((id, i) => (i === active || !isPair ? photograph : id)))
  }

  return (
    <div className={styles.viewer}>
      <div className={styles.tools}>
        <Button
          onPress={() => {
            setActive(0)
            setShown(isPair ? shown.slice(0, 1) : pairFrom(photos, shown[0] ?? props.first))
          }}
          isDisabled={!isPair && photos.length < 2}
        >
          {isPair ? 'Show one' : 'Two side by side'}
        </Button>
        {isPair && (
          <CheckField
            label="Linked: zoom, pan and turn together"
            value={isLinked}
            onChange={linked => {
              setIsLinked(linked)
              // Linked again, both look at the same place from the same distance.
              if (linked) setViews([views[active] ?? WHOLE, views[active] ?? WHOLE])
            }}
          />
        )}
        <span className={styles.steps}>
          {BUTTONS.map(({ label, step }) => (
            <Button key={label} look="plain" size="small" onPress={() => change(active, step)}>
              {label}
            </Button>
          ))}
        </span>
      </div>
      <div className={styles.panes} data-pair={isPair ? '' : undefined}>
        {there.map((photo, pane) => (
          <PhotoPane
            // A pane keeps its view when another photograph is put in it.
            // biome-ignore lint/suspicious/noArrayIndexKey: panes have places, not names
            key={pane}
            patientId={patientId}
            photo={photo}
            view={views[pane] ?? WHOLE}
            isActive={isPair && pane === active}
            onActive={() => setActive(pane)}
            onView={step => change(pane, step)}
          />
        ))}
      </div>
      <fieldset className={styles.side} aria-label="The photograph">
        {chosen !== undefined && (
          <PhotoFacts
            key={chosen.entry}
            open={open}
            photo={chosen}
            canWrite={canWrite}
            onEdit={() => onEdit(chosen.entry)}
            onRemoved={() => {
              const left = photos.filter(({ entry }) => entry !== chosen.entry)
              const next = left[0]
              setActive(0)
              if (next === undefined) onNone()
              else setShown([next.entry])
            }}
          />
        )}
      </fieldset>
      <div className={styles.film}>
        <PhotoStrip patientId={patientId} photos={photos} chosen={shown} onOpen={pick} />
      </div>
    </div>
  )
}
