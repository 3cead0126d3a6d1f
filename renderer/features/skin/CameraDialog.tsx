import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import styles from './CameraDialog.module.css'

type Props = Readonly<{ onTaken: (file: File) => void; onClose: () => void }>

const JPEG_QUALITY = 0.95

/** What the camera sees, and a button that takes it; several may be taken one after the other. */
export function CameraDialog({ onTaken, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [taken, setTaken] = useState(0)
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    let isGone = false
    let stream: MediaStream | null = null
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const start = async () => {
      await api.invoke('photo:camera', { on: true })
      stream = await navigator.mediaDevices.getUserMedia({
        video: { width: { ideal: 3840 }, height: { ideal: 2160 }, facingMode: 'environment' },
      })
      if (isGone) return stop()
      if (video.current !== null) video.current.srcObject = stream
    }
    start().catch((error: unknown) => setProblem(sentenceFor(error)))
    return () => {
      isGone = true
      stop()
      // SECURITY: the camera is allowed only while this is open.
      api.invoke('photo:camera', { on: false }).catch(() => {})
    }
  }, [])

  async function take(): Promise<void> {
    const seen = video.current
    if (seen === null || seen.videoWidth === 0) return
    const canvas = document.createElement('canvas')
    canvas.width = seen.videoWidth
    canvas.height = seen.videoHeight
    canvas.getContext('2d')?.drawImage(seen, 0, 0)
    const blob = await new Promise<Blob | null>(resolve =>
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
    )
    if (blob === null) return setProblem('The picture could not be taken. Nothing was kept.')
    setTaken(before => before + 1)
    onTaken(new File([blob], '', { type: 'image/jpeg' }))
  }

  return (
    <Dialog
      title="Camera"
      onClose={onClose}
      width="wide"
      actions={
        <>
          <span className={styles.count} role="status">
            {taken === 0 ? '' : taken === 1 ? 'One picture taken' : `${taken} pictures taken`}
          </span>
          <Button look="primary" autoFocus isDisabled={!isReady} onPress={() => void take()}>
            Take a picture
          </Button>
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      {problem !== null && <p role="alert">{problem}</p>}
      <video
        ref={video}
        className={styles.video}
        autoPlay
        playsInline
        muted
        aria-label="What the camera sees"
        hidden={problem !== null}
        onLoadedMetadata={() => setIsReady(true)}
      />
    </Dialog>
  )
}

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError')
    return 'No camera is connected to this machine. Choose a file instead.'
  if (name === 'NotAllowedError')
    return 'This machine does not let MetBoard use the camera. Choose a file instead.'
  if (name === 'NotReadableError')
    return 'The camera is used by another program. Close that one, or choose a file instead.'
  return error instanceof Error && error.name === 'ApiError'
    ? error.message
    : 'The camera could not be started. Choose a file instead.'
}
