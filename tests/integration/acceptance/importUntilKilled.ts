/**
 * Imports photographs into a workspace and acknowledges each on standard output once it is recorded, until it is killed:
 * `importUntilKilled.ts DATA WORKSPACE PATIENT`. The picture comes on standard input.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { EntryId, PatientId } from '../../../shared/ids.ts'
import { buildPhotograph } from '../../support/builders.ts'
import { askingOf, PASSPHRASE, USER, wholeApplication } from '../../support/pictures/application.ts'
import { imported } from '../../support/pictures/importing.ts'
import { segment } from '../../support/pictures/jpegFile.ts'

const [data = '', folder = '', patient = ''] = process.argv.slice(2)
const picture = new Uint8Array(await buffer(process.stdin))
const patientId = PatientId.parse(patient)
const asking = askingOf(wholeApplication(data))
await asking.get('workspace:unlock', { folder, userName: USER, passphrase: PASSPHRASE })
writeSync(1, 'open\n')
for (let n = 0; ; n++) {
  // Another quantisation each time is another picture; what follows the first two bytes is as it was.
  const table = new Uint8Array(65).fill(1 + (n % 250))
  table[0] = 3
  const file = Buffer.concat([picture.subarray(0, 2), segment(0xdb, table), picture.subarray(2)])
  const found = await imported(asking, patientId, file)
  const id = EntryId.parse(randomUUID())
  const body = buildPhotograph({ picture: found.picture })
  await asking.get('case:apply', { patientId, changes: [{ do: 'create', id, body }] })
  writeSync(1, `${id} ${found.picture.attachment}\n`)
}
