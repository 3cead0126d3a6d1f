import { bodySiteById } from '../codes/bodySites.ts'
import { FIGURE_VIEWS, type FigureView } from './figureDrawing.ts'
import { SITE_SPOTS } from './siteSpots.ts'

const BACK: ReadonlySet<string> = new Set([
  ...['skin-back', 'scapula', 'rib', 'vertebral-column', 'cervical-vertebra', 'thoracic-vertebra'],
  ...['lumbar-vertebra', 'sacrum', 'pelvis', 'ilium', 'spinal-cord', 'kidney', 'adrenal'],
])
const CHEST: ReadonlySet<string> = new Set([
  ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-axilla', 'axillary-node'],
  ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node', 'clavicle'],
  ...['sternum', 'rib'],
])
const ORGANS: ReadonlySet<string> = new Set([
  ...['lung', 'pleura', 'liver', 'spinal-cord', 'adrenal', 'kidney', 'bladder', 'ovary', 'uterus'],
  ...['peritoneum', 'stomach', 'small-intestine', 'duodenum', 'large-intestine', 'pancreas'],
  ...['spleen', 'gallbladder', 'thyroid', 'pericardium', 'heart', 'mediastinal-node'],
  'hilar-node',
  ...['cervical-node', 'abdominal-node', 'inguinal-node', 'internal-mammary-node'],
])

/** Whether a view has a place for a site of the list. The front shows all but the skin of the back. */
export function isShownIn(view: FigureView, siteId: string | null): boolean {
  const spot = siteId === null ? undefined : SITE_SPOTS.get(siteId)
  if (siteId === null || spot === undefined) return false
  switch (view) {
    case 'front':
      return siteId !== 'skin-back'
    case 'back':
      return BACK.has(siteId)
    case 'skeleton':
      return bodySiteById(siteId)?.bone === true
    case 'organs':
      return ORGANS.has(siteId)
    case 'chest':
      return CHEST.has(siteId)
    case 'head':
      return spot.isHead === true
  }
}

/** The views that show a site, in the order of the switch; none for a site that the figure cannot place. */
export function viewsOf(siteId: string | null): FigureView[] {
  return FIGURE_VIEWS.filter(view => isShownIn(view, siteId))
}
