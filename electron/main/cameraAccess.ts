/** Who asks for a sensor, as Electron tells it. */
export type SensorQuestion = Readonly<{
  permission: string
  /** Of the one window, on the screen's own address, and no frame in it. */
  isOwnPage: boolean
  /** What it wants to take: `video`, `audio`, or both; empty where Electron does not say. */
  wanted: readonly unknown[]
}>

/** Whether the screen may see through the camera: only while a photograph is being taken. */
export type CameraAccess = Readonly<{
  allow: (isAllowed: boolean) => void
  isGranted: (question: SensorQuestion) => boolean
}>

/** A camera that is closed until the services say that a photograph is being taken. */
export function createCameraAccess(): CameraAccess {
  let isOpen = false
  return {
    allow: isAllowed => {
      isOpen = isAllowed
    },
    // SECURITY: pictures only. A question that also wants to hear, or does not say what it wants, is refused whole.
    isGranted: ({ permission, isOwnPage, wanted }) =>
      isOpen &&
      isOwnPage &&
      permission === 'media' &&
      wanted.length > 0 &&
      wanted.every(each => each === 'video'),
  }
}
