import type { TnmStage } from '../case/site.ts'

/** "pT2 N0 M0, stage IIA (AJCC 8)": the parts that were recorded, as recorded. */
export function tnmText(stage: TnmStage): string {
  const { prefix, t, n, m, group, edition } = stage
  const categories = [t, n, m].filter(part => part !== null).join(' ')
  const tnm = categories === '' ? null : `${prefix ?? ''}${categories}`
  const parts = [tnm, group === null ? null : `stage ${group}`].filter(part => part !== null)
  return `${parts.join(', ')}${edition === null ? ', edition not recorded' : ` (${edition})`}`
}
