import { BODY_AREAS, HEAD_AREAS, HEAD_BACK_AREAS, PROFILE_AREAS } from './art/areaPaths.ts'
import { BONE_PATHS } from './art/bonePaths.ts'
import { ORGAN_PATHS } from './art/organPaths.ts'
import type { PlateName } from './figureDrawing.ts'
import { flipPath } from './pathData.ts'
import { BODY_MIDLINE, PROFILE_MIDLINE } from './plates.ts'

type Paths = Readonly<Record<string, string>>

const SPINE =
  BONE_PATHS['cervical-vertebra'] + BONE_PATHS['thoracic-vertebra'] + BONE_PATHS['lumbar-vertebra']

const BODY: Paths = {
  ...BONE_PATHS,
  ...ORGAN_PATHS,
  ...BODY_AREAS,
  'vertebral-column': SPINE,
  'pelvis.right': BONE_PATHS['hip.right'],
  'pelvis.left': BONE_PATHS['hip.left'],
  pelvis: BONE_PATHS['hip.right'] + BONE_PATHS['hip.left'] + BONE_PATHS.sacrum,
}
const HEAD_BACK: Paths = {
  'cerebellum.right': HEAD_BACK_AREAS['cerebellum.right'],
  'cerebellum.left': flipPath(HEAD_BACK_AREAS['cerebellum.right'], BODY_MIDLINE),
}

/**
 * The closed path of a region on a plate, or null where the plate has none. A region of both sides is the right and the
 * left one together. On a side of the head, all of a region is that side's.
 */
export function regionPath(plate: PlateName, region: string): string | null {
  switch (plate) {
    case 'front':
    case 'skeleton':
    case 'organs':
    case 'chest':
      return pathIn(BODY, region)
    case 'back':
      return flipped(pathIn(BODY, region), BODY_MIDLINE)
    case 'headFront':
      return pathIn(HEAD_AREAS, region)
    case 'headBack':
      return flipped(pathIn(HEAD_BACK, region), BODY_MIDLINE)
    case 'headRight':
      return pathIn(PROFILE_AREAS, region.replace(/\.(right|left)$/, ''))
    case 'headLeft':
      return flipped(pathIn(PROFILE_AREAS, region.replace(/\.(right|left)$/, '')), PROFILE_MIDLINE)
  }
}

function flipped(path: string | null, midline: number): string | null {
  return path === null ? null : flipPath(path, midline)
}

function pathIn(paths: Paths, region: string): string | null {
  const whole = Object.hasOwn(paths, region) ? paths[region] : undefined
  if (whole !== undefined) return whole
  if (!region.endsWith('.bilateral')) return null
  const pair = region.slice(0, -'.bilateral'.length)
  const [right, left] = [paths[`${pair}.right`], paths[`${pair}.left`]]
  return right === undefined || left === undefined ? null : right + left
}
