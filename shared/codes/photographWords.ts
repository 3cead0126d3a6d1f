import type {
  CONSENT_PURPOSES,
  PHOTOGRAPH_VIEWS,
  PICTURE_TYPES,
  SCALE_STATES,
} from '../case/photograph.ts'

export const PHOTOGRAPH_VIEW_LABEL = {
  overview: 'overview',
  closeUp: 'close-up',
  dermoscopy: 'dermoscopy',
  notStated: 'view not stated',
} as const satisfies Record<(typeof PHOTOGRAPH_VIEWS)[number], string>

export const SCALE_STATE_LABEL = {
  inPicture: 'scale in the picture',
  absent: 'no scale in the picture',
  notStated: 'scale not stated',
} as const satisfies Record<(typeof SCALE_STATES)[number], string>

export const CONSENT_PURPOSE_LABEL = {
  careRecord: 'care record',
  tumourBoard: 'tumour board',
  teaching: 'teaching',
  research: 'research',
  publication: 'publication',
} as const satisfies Record<(typeof CONSENT_PURPOSES)[number], string>

/** What people call a kind of file. */
export const PICTURE_TYPE_LABEL = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
} as const satisfies Record<(typeof PICTURE_TYPES)[number], string>
