/** How often a marker is positive, and how often it differs between two specimens; all as shares of 1. */
export type MarkerRates = Readonly<{
  positiveInPrimary: number
  /** Positive in the primary, negative in the metastasis. */
  loss: number
  /** Negative in the primary, positive in the metastasis. */
  gain: number
  /** Different in a later metastasis from the metastasis before it, in either direction. */
  laterChange: number
}>

/**
 * CLINICAL: published rates of receptor change, CLINICAL 3.6:
 * - `loss` and `gain`: the rows "Schrijver 2018 meta-analysis, pos→neg" and "same, neg→pos";
 * - `laterChange`: the row "Zhao 2021", later metastases against metastases;
 * - `positiveInPrimary`: the denominators of the row "recomputed from MSK2018 metastasis samples (evaluable pairs)".
 */
export const RATES = {
  ER: { positiveInPrimary: 791 / (791 + 122), loss: 0.225, gain: 0.215, laterChange: 0.191 },
  PR: { positiveInPrimary: 634 / (634 + 250), loss: 0.494, gain: 0.159, laterChange: 0.235 },
  HER2: { positiveInPrimary: 118 / (118 + 700), loss: 0.213, gain: 0.095, laterChange: 0.098 },
} as const satisfies Record<string, MarkerRates>
export type RatedMarker = keyof typeof RATES
