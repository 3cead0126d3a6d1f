/** Menopausal state as recorded by a person; never derived from age or treatment. */
export const MENOPAUSAL_STATES = [
  'premenopausal',
  'perimenopausal',
  'postmenopausal',
  'ovarianSuppression',
  'notApplicable',
  'notRecorded',
] as const
export type MenopausalState = (typeof MENOPAUSAL_STATES)[number]

export const MENOPAUSAL_STATE_LABEL = {
  premenopausal: 'Premenopausal',
  perimenopausal: 'Perimenopausal',
  postmenopausal: 'Postmenopausal',
  ovarianSuppression: 'On ovarian suppression',
  notApplicable: 'Not applicable',
  notRecorded: 'Menopausal state not recorded',
} as const satisfies Record<MenopausalState, string>
