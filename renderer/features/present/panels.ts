/** What a presentation shows below the story, one after the other. */
export const PANELS = [
  { key: 'course', title: 'Course' },
  { key: 'map', title: 'Sites' },
  { key: 'receptors', title: 'Receptors' },
  { key: 'treatment', title: 'Treatment' },
  { key: 'findings', title: 'Skin and imaging' },
  { key: 'open', title: 'Conflicts and missing' },
  { key: 'question', title: 'Question' },
] as const
export type PanelKey = (typeof PANELS)[number]['key']

/** The panel so many steps on; the first and the last are ends. */
export function panelAfter(panel: PanelKey, step: 1 | -1): PanelKey {
  const at = PANELS.findIndex(({ key }) => key === panel)
  return PANELS[at + step]?.key ?? panel
}
