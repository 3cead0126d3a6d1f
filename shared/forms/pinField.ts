import { PIN_PLATES, type Pin } from '../case/lesion.ts'
import { ok } from '../result.ts'
import { type Codec, codec, wrong } from './codec.ts'

/** A pin as a form keeps it: the drawing, and its two numbers as text. All blank is no pin. */
export type PinTyped = Readonly<{ plate: Pin['plate'] | ''; x: string; y: string }>
export const NO_PIN: PinTyped = { plate: '', x: '', y: '' }

export function pinTyped(pin: Pin | null): PinTyped {
  return pin === null ? NO_PIN : { plate: pin.plate, x: String(pin.x), y: String(pin.y) }
}

/** A place on the figure, set by a press on it. */
export const optionalPin: Codec<Pin | null, PinTyped> = codec<Pin | null, PinTyped>({
  blank: NO_PIN,
  show: pinTyped,
  read({ plate, x, y }, _was, _context, path) {
    if (plate === '') return ok(null)
    const pin = { plate, x: Number(x), y: Number(y) }
    return x.trim() !== '' && y.trim() !== '' && Number.isFinite(pin.x) && Number.isFinite(pin.y)
      ? ok(pin)
      : wrong(path, 'Set the pin on the figure again.')
  },
  fits: (value: unknown): value is PinTyped =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 3 &&
    'plate' in value &&
    (value.plate === '' || PIN_PLATES.some(plate => plate === value.plate)) &&
    'x' in value &&
    typeof value.x === 'string' &&
    'y' in value &&
    typeof value.y === 'string',
})
