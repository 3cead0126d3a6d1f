import { onlineManager, QueryClient } from '@tanstack/react-query'
import type { EntryId } from '../../shared/ids.ts'
import { RENDITION_SIZES, type ShownPicture } from '../../shared/ipc/photoContract.ts'
import { photoQuery } from '../features/skin/photos.ts'
import { OPEN, PHOTOGRAPHS } from './skinCase.ts'

const WIDTH = 320
const HEIGHT = 240

/** A picture drawn here, of no skin: a ground, and a round of another brightness so far from its middle. */
function drawn(light: number, aside: number): ShownPicture {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    pen.fillStyle = `hsl(28 30% ${light}%)`
    pen.fillRect(0, 0, WIDTH, HEIGHT)
    pen.fillStyle = `hsl(10 40% ${light - 25}%)`
    pen.beginPath()
    pen.arc(WIDTH / 2 + aside, HEIGHT / 2, HEIGHT / 5, 0, 2 * Math.PI)
    pen.fill()
  }
  const [, encoded = ''] = canvas.toDataURL('image/png').split(',')
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0))
  return { bytes, mediaType: 'image/png', width: WIDTH, height: HEIGHT }
}

/** Holds the pictures of the case as if they had been asked for: one could not be read, and one is still on its way. */
export function clientWithPictures(): QueryClient {
  // What is not in it is waited for and never asked: the page of components has no services.
  onlineManager.setOnline(false)
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'online',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        retryOnMount: false,
      },
      mutations: { networkMode: 'online' },
    },
  })
  const queryOf = (photograph: EntryId, size: (typeof RENDITION_SIZES)[number]) =>
    photoQuery(OPEN.case.patient.id, photograph, size)
  for (const size of RENDITION_SIZES) {
    for (const [at, { id, body }] of OPEN.case.entries.entries())
      if (
        body.kind === 'photograph' &&
        id !== PHOTOGRAPHS.unreadable &&
        id !== PHOTOGRAPHS.onItsWay
      )
        client.setQueryData(queryOf(id, size).queryKey, drawn(80 - at, 3 * at))
    client
      .getQueryCache()
      .build(client, { queryKey: [...queryOf(PHOTOGRAPHS.unreadable, size).queryKey] })
      .setState({
        status: 'error',
        error: new Error('The picture could not be read. The entry that names it is kept.'),
      })
  }
  return client
}
