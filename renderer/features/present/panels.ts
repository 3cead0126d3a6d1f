/** What a presentation shows below the story, one after the other. */
export const PANELS = [
  { key: 'course', title: 'Course' },
  { key: 'map', title: 'Sites' },
  { key: 'receptors', title: 'Receptors' },
  { key: 'treatment', title: 'Treatment' },
  { key: 'findings', title: 'Skin and imaging' },
  { key: 'open', title: 'Conflicts and missing' },
  { key: 'question', title: 'Question' },
  { key: 'outcomes', title: 'Outcomes' },
] as const
export type PanelKey = (typeof PANELS)[number]['key']

/** The panel so many steps on; the first and the last are ends. */
export function panelAfter(panel: PanelKey, step: 1 | -1): PanelKey {
  const at = PANELS.findIndex(({ key }) => key === panel)
  return PANELS[at + step]?.key ?? panel
}

/** Every key of a presentation, as its own help and that of the workstation list them. */
export const PRESENT_KEYS = [
  { keys: '→ ←', does: 'Next and previous case' },
  { keys: '↓ ↑ or PgDn PgUp', does: 'Next and previous panel' },
  { keys: `1 to ${PANELS.length}`, does: PANELS.map(({ title }) => title).join(', ') },
  { keys: '. ,', does: 'Highlight the next or previous row' },
  { keys: 'O', does: 'In a meeting: type the outcome; Esc leaves it, Alt ← and Alt → go on' },
  {
    keys: 'C',
    does: 'Photographs of the skin lesion, two dates side by side; + − 0 enlarge; C again leaves',
  },
  { keys: 'S', does: 'Spotlight around the pointer' },
  { keys: 'F1 or ?', does: 'The keys of a presentation' },
  { keys: 'Ctrl L', does: 'Lock' },
  { keys: 'Esc', does: 'End: no patient stays on the screen' },
] as const
