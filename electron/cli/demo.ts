import type { Case } from '../../shared/case/entry.ts'
import { RESOURCES_FOLDER } from '../build.ts'
import { demoCase } from '../demo/demoCase.ts'
import { demoFileIn } from '../demo/demoWorkspace.ts'

/** The published case in memory: no workspace is made. */
export function readDemoCase(): Promise<Case> {
  return demoCase(demoFileIn(RESOURCES_FOLDER))
}
