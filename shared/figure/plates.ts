import { BODY_PATHS } from './art/bodyPaths.ts'
import { BONE_PATHS } from './art/bonePaths.ts'
import { HEAD_PATHS } from './art/headPaths.ts'
import { ORGAN_PATHS } from './art/organPaths.ts'
import type { FigureDrawing, FigurePath, FigureRole, PlateName, Rect } from './figureDrawing.ts'
import { flipPath } from './pathData.ts'

/** The x of the spine in the frame of the body. */
export const BODY_MIDLINE = 52.65
/** The x at which the two sides of the head are turned over into each other. */
export const PROFILE_MIDLINE = 15

const BODY: Rect = { x: 0, y: 0, width: 105.44, height: 150 }
const HEAD: Rect = { x: 41, y: -2.6, width: 23.2, height: 29 }
const PROFILE: Rect = { x: 0, y: -2.6, width: 30, height: 29 }

type Bone = keyof typeof BONE_PATHS
type Organ = keyof typeof ORGAN_PATHS

function path(role: FigureRole, ...parts: readonly string[]): FigurePath {
  return { role, d: parts.join('') }
}

function bones(...names: readonly Bone[]): FigurePath {
  return path('bone', ...names.map(name => BONE_PATHS[name]))
}

function organs(role: FigureRole, ...names: readonly Organ[]): FigurePath {
  return path(role, ...names.map(name => ORGAN_PATHS[name]))
}

function band(role: 'rib' | 'gut', d: string, width: number): FigurePath {
  return { role, d, width }
}

const SPINE = ['cervical-vertebra', 'thoracic-vertebra', 'lumbarWings', 'lumbar-vertebra'] as const
const SCAPULAE = ['scapula.right', 'scapula.left', 'acromion.right', 'acromion.left'] as const
const HIPS = ['hip.right', 'hip.left'] as const
const CLAVICLES = ['clavicle.right', 'clavicle.left'] as const
const LONG_BONES = ['humerus.right', 'humerus.left', 'femur.right', 'femur.left'] as const
const FOREARMS = [
  ...(['ulna.right', 'ulna.left', 'radius.right', 'radius.left'] as const),
  ...(['carpals.right', 'carpals.left', 'fingers.right', 'fingers.left'] as const),
] as const
const LOWER_LEGS = ['tibia.right', 'tibia.left', 'fibula.right', 'fibula.left'] as const
const OBTURATOR = path('hollow', BONE_PATHS['obturator.right'], BONE_PATHS['obturator.left'])
const RIBS_BEHIND = band('rib', BONE_PATHS.ribsBack, 1.05)
const RIBS_BEFORE = [
  band('rib', BONE_PATHS.cartilage, 0.95),
  band('rib', BONE_PATHS.ribsFront, 1.25),
  bones('sternum'),
  path('edge', BONE_PATHS.sternumMark),
] as const

/** Every drawing of the figure: outline, some organs and bones for orientation. Positions are schematic. */
export const PLATES: Readonly<Record<PlateName, FigureDrawing>> = {
  front: {
    viewBox: BODY,
    midline: BODY_MIDLINE,
    isMirrored: false,
    paths: [
      organs('organ', 'lung.right', 'lung.left', 'liver'),
      organs('organ2', 'kidney.right', 'kidney.left', 'adrenal.right', 'adrenal.left'),
      bones('scapula.right', 'scapula.left', 'cervical-vertebra', 'thoracic-vertebra'),
      bones('lumbar-vertebra', ...HIPS, 'sacrum', ...LONG_BONES, ...CLAVICLES, 'sternum'),
      OBTURATOR,
      path('fine', BODY_PATHS.ears, BODY_PATHS.face, BODY_PATHS.jaw, BODY_PATHS.breasts),
      path('fine', BODY_PATHS.axilla, BODY_PATHS.navel, BODY_PATHS.fingers),
      path('line', BODY_PATHS.outline),
    ],
  },
  back: {
    viewBox: BODY,
    midline: BODY_MIDLINE,
    isMirrored: true,
    paths: [
      bones(...LONG_BONES, ...HIPS, 'sacrum'),
      RIBS_BEHIND,
      bones(...SPINE, ...SCAPULAE),
      path('fine', BODY_PATHS.ears, BODY_PATHS.backLines, BODY_PATHS.handBack),
      path('line', BODY_PATHS.outline),
    ],
  },
  skeleton: {
    viewBox: BODY,
    midline: BODY_MIDLINE,
    isMirrored: false,
    paths: [
      bones('skull', 'mandible'),
      path('hollow', BONE_PATHS.skullMarks),
      path('edge', BONE_PATHS.teeth),
      bones(...SCAPULAE),
      RIBS_BEHIND,
      bones(...SPINE),
      ...RIBS_BEFORE,
      bones(...CLAVICLES, ...HIPS),
      OBTURATOR,
      path('edge', BONE_PATHS.iliacMark),
      bones('sacrum'),
      path('hollow', BONE_PATHS.sacrumMarks),
      bones(...LONG_BONES, ...FOREARMS, ...LOWER_LEGS),
      bones('patella'),
      path('line', BODY_PATHS.outline),
    ],
  },
  organs: {
    viewBox: { x: 21.6, y: 26.6, width: 62.1, height: 75.4 },
    midline: BODY_MIDLINE,
    isMirrored: false,
    paths: [
      organs('edge', 'airway'),
      organs('organ', 'thyroid', 'lung.right', 'lung.left'),
      organs('organ2', 'heart', 'spleen'),
      organs('organ', 'liver'),
      organs('organ', 'stomach'),
      organs('behind', 'kidney.right', 'kidney.left', 'adrenal.right', 'adrenal.left'),
      organs('organ2', 'gallbladder', 'pancreas'),
      organs('organ', 'duodenum'),
      band('gut', ORGAN_PATHS.colon, 2.9),
      band('gut', ORGAN_PATHS.coils, 1.9),
      organs('edge', 'tubes'),
      organs('organ2', 'ovary.right', 'ovary.left', 'uterus'),
      organs('organ', 'bladder'),
      path('line', BODY_PATHS.organsOutline),
    ],
  },
  chest: {
    viewBox: { x: 26, y: 26.6, width: 53.3, height: 58.8 },
    midline: BODY_MIDLINE,
    isMirrored: false,
    paths: [
      RIBS_BEHIND,
      bones('thoracic-vertebra', 'lumbarWings', 'lumbar-vertebra'),
      ...RIBS_BEFORE,
      bones(...CLAVICLES),
      path('fine', BODY_PATHS.breasts, BODY_PATHS.axilla),
      path('line', BODY_PATHS.chestOutline),
    ],
  },
  headFront: {
    viewBox: HEAD,
    midline: BODY_MIDLINE,
    isMirrored: false,
    paths: [
      path('organ', HEAD_PATHS.brain),
      path('organ2', HEAD_PATHS.cerebellum),
      path('edge', HEAD_PATHS.skullLine),
      path('fine', BODY_PATHS.ears, BODY_PATHS.face, BODY_PATHS.jaw),
      path('line', HEAD_PATHS.outline),
    ],
  },
  headBack: {
    viewBox: HEAD,
    midline: BODY_MIDLINE,
    isMirrored: true,
    paths: [
      path('organ', HEAD_PATHS.brainBack),
      path('organ2', HEAD_PATHS.cerebellumBack),
      path('fine', HEAD_PATHS.backLines),
      path('line', HEAD_PATHS.outline),
    ],
  },
  headRight: profile(d => d),
  headLeft: profile(d => flipPath(d, PROFILE_MIDLINE)),
}

/** One side of the head. Its midline lies outside it: all of it is that side. */
function profile(turned: (d: string) => string): FigureDrawing {
  return {
    viewBox: PROFILE,
    midline: PROFILE_MIDLINE,
    isMirrored: false,
    paths: [
      path('organ', turned(HEAD_PATHS.profileBrain)),
      path('organ2', turned(HEAD_PATHS.profileCerebellum)),
      path('edge', turned(HEAD_PATHS.profileSkull)),
      path('fine', turned(HEAD_PATHS.profileLines)),
      path('line', turned(HEAD_PATHS.profile)),
    ],
  }
}
