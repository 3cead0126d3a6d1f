import type { Zone } from '../../shared/dates/zone.ts'

/** How far the clock on the wall where it is printed is ahead of UTC. */
export const machineZone: Zone = atMs => -new Date(atMs).getTimezoneOffset()
