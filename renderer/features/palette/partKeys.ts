import { PRESENT_KEYS } from '../present/panels.ts'

/** Keys that are not commands: how one moves within a part of the screen. */
export type PartKey = Readonly<{ keys: string; does: string }>

export const PART_KEYS: readonly Readonly<{ title: string; keys: readonly PartKey[] }>[] = [
  {
    title: 'In the list of patients',
    keys: [
      { keys: '↓ ↑ PgDn PgUp', does: 'Next and previous patient, or page' },
      { keys: 'Home End', does: 'First and last patient' },
      { keys: 'any letter', does: 'The first name that begins with what is typed' },
      { keys: 'Enter', does: 'Open the patient' },
    ],
  },
  {
    title: 'In the list of a meeting',
    keys: [
      { keys: '↓ ↑ PgDn PgUp Home End', does: 'Next, previous, first and last case' },
      { keys: 'Alt ↓ Alt ↑', does: 'Move the case down and up' },
      { keys: 'Alt Home Alt End', does: 'Move the case to the beginning and to the end' },
      { keys: 'Tab', does: 'The parts of the case; Esc goes back to it' },
      { keys: 'Enter', does: 'Open the board' },
    ],
  },
  {
    title: 'In a panel of the board',
    keys: [
      { keys: '↓ ↑ Home End', does: 'Next, previous, first and last row' },
      { keys: 'Enter or Space', does: 'Select; Enter again edits' },
      { keys: 'Tab, Shift Tab', does: 'Next and previous part' },
    ],
  },
  {
    title: 'On the time axis',
    keys: [
      { keys: '↓ ↑', does: 'Next and previous event, in reading order' },
      { keys: 'Enter or Space', does: 'Select an event and show its details; open a stack' },
      { keys: '← →', does: 'Earlier and later, where not everything is in view' },
      { keys: 'PgUp PgDn', does: 'One window earlier and later' },
      { keys: '+ −', does: 'Zoom in and out' },
      { keys: '0', does: 'Fit the whole axis' },
      { keys: 'T', does: 'Go to today' },
      {
        keys: 'Home End',
        does: 'Beginning and end, on the scale; first and last event, on an event',
      },
      { keys: 'P', does: 'Pin the details of an event, and take them off again' },
      { keys: 'Esc', does: 'Close the details shown last' },
    ],
  },
  {
    title: 'On the figure of a skin lesion’s form',
    keys: [
      { keys: 'Enter', does: 'Set the pin at the place that is chosen' },
      { keys: '← → ↑ ↓, with Shift', does: 'Move the pin, in larger steps' },
    ],
  },
  {
    title: 'On a photograph',
    keys: [
      { keys: '+ −', does: 'Enlarge and make smaller, as the wheel and two fingers do' },
      { keys: '← → ↑ ↓', does: 'Move, as dragging does' },
      { keys: 'Shift ← →', does: 'Turn, as Shift with dragging or the wheel does' },
      { keys: '0', does: 'All of it again, as a double press does' },
    ],
  },
  { title: 'In a presentation', keys: PRESENT_KEYS },
]
