/** Markers as offered, named as they are stored; any further marker is typed by name. CLINICAL: CLINICAL 2.4, FEATURES R2. */
export const MARKERS = [
  'ER',
  'PR',
  'HER2',
  'Ki-67',
  'PD-L1',
  'CK7',
  'GATA3',
  'Mammaglobin',
  'GCDFP-15',
  'AR',
] as const
export type Marker = (typeof MARKERS)[number]

export const MARKER_LABEL = {
  ER: 'Oestrogen receptor',
  PR: 'Progesterone receptor',
  HER2: 'HER2',
  'Ki-67': 'Ki-67',
  'PD-L1': 'PD-L1',
  CK7: 'Cytokeratin 7',
  GATA3: 'GATA3',
  Mammaglobin: 'Mammaglobin',
  'GCDFP-15': 'GCDFP-15',
  AR: 'Androgen receptor',
} as const satisfies Record<Marker, string>

/** What a LOINC code says of a marker, and of which specimen or antibody where it says so. */
export type MarkerLoinc = Readonly<{
  code: string
  says:
    | 'presence'
    | 'interpretation'
    | 'percent'
    | 'intensity'
    | 'ishPresence'
    | 'ishRatio'
    | 'ishCopyNumber'
    | 'ishResult'
    | 'report'
  of: string
}>

/**
 * LOINC codes of tissue markers. CLINICAL: in mCODE's TumorMarkerTestVS (CLINICAL 6), but Ki-67, which is verified
 * elsewhere (CLINICAL 3.4) and may still be sent, the binding being extensible. Markers without a verified code have none.
 */
export const MARKER_LOINC = {
  ER: [
    { code: '85337-4', says: 'presence', of: 'breast cancer specimen' },
    { code: '40556-3', says: 'presence', of: 'tissue' },
    { code: '16112-5', says: 'interpretation', of: 'tissue' },
    { code: '85329-1', says: 'percent', of: 'breast cancer specimen' },
    { code: '14228-1', says: 'percent', of: 'tissue' },
    { code: '85310-1', says: 'intensity', of: 'breast cancer specimen' },
  ],
  PR: [
    { code: '85339-0', says: 'presence', of: 'breast cancer specimen' },
    { code: '40557-1', says: 'presence', of: 'tissue' },
    { code: '16113-3', says: 'interpretation', of: 'tissue' },
    { code: '85325-9', says: 'percent', of: 'breast cancer specimen' },
    { code: '14230-7', says: 'percent', of: 'tissue' },
    { code: '85331-7', says: 'intensity', of: 'breast cancer specimen' },
  ],
  HER2: [
    { code: '85319-2', says: 'presence', of: 'breast cancer specimen' },
    { code: '48676-1', says: 'interpretation', of: 'tissue' },
    { code: '72383-3', says: 'presence', of: 'tissue' },
    { code: '85318-4', says: 'ishPresence', of: 'breast cancer specimen' },
    { code: '31150-6', says: 'ishPresence', of: 'tissue' },
    { code: '49683-6', says: 'ishRatio', of: 'tissue' },
    { code: '74860-8', says: 'ishCopyNumber', of: 'tissue' },
    { code: '96893-3', says: 'ishResult', of: 'tumour' },
  ],
  'Ki-67': [{ code: '29593-1', says: 'percent', of: 'tissue' }],
  'PD-L1': [
    { code: '85147-7', says: 'report', of: 'tissue, clone 22C3' },
    { code: '85149-3', says: 'report', of: 'tissue, clone SP142' },
    { code: '83053-9', says: 'percent', of: 'viable tumour cells in tissue' },
    { code: '83057-0', says: 'presence', of: 'tissue, clone SP142' },
  ],
  CK7: [],
  GATA3: [],
  Mammaglobin: [],
  'GCDFP-15': [],
  AR: [],
} as const satisfies Record<Marker, readonly MarkerLoinc[]>
