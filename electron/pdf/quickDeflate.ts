import { deflateSync } from 'node:zlib'
import type { KitReference } from './pdfmakeInternals.ts'

/** A page in half the time, a few hundredths larger than pdfkit's own level makes it. */
const LEVEL = 3

const prototypes = new WeakMap<object, object>()

/** The object of a file, whose stream is deflated with less effort than pdfkit's. */
export function quickToDeflate(reference: KitReference): KitReference {
  const original = Object.getPrototypeOf(reference) as KitReference
  let quick = prototypes.get(original)
  if (quick === undefined) {
    quick = quickerThan(original)
    prototypes.set(original, quick)
  }
  return Object.setPrototypeOf(reference, quick) as KitReference
}

function quickerThan(original: KitReference): object {
  const finalize = function (this: KitReference): void {
    if (this.buffer.length > 0 && this.compress) {
      this.buffer = [deflateSync(Buffer.concat(this.buffer), { level: LEVEL })]
      this.data.Filter = 'FlateDecode'
      this.compress = false
    }
    original.finalize.call(this)
  }
  return Object.create(original, { finalize: { value: finalize } }) as object
}
