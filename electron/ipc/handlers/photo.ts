import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function photoHandlers({ photographs }: Services): HandlersOf<'photo'> {
  return {
    'photo:upload': input => photographs.upload(input),
    'photo:import': input => photographs.import(input),
    'photo:cancel': input => photographs.cancel(input),
    'photo:staged': input => photographs.staged(input),
    'photo:discard': input => photographs.discard(input),
    'photo:thumbnail': input => photographs.thumbnail(input),
    'photo:original': input => photographs.original(input),
    'photo:remove': input => photographs.remove(input),
    'photo:camera': input => photographs.camera(input),
  }
}
