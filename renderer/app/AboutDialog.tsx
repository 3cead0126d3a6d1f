import { FIGURE_ATTRIBUTION, FIGURE_LICENCE_URL } from '../../shared/figure/attribution.ts'
import { Dialog } from '../components/Dialog.tsx'
import { useHost } from '../features/session/session.ts'

/** What MetBoard is for, and what it is not. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const host = useHost()
  return (
    <Dialog title="About MetBoard" onClose={onClose}>
      <p>
        <strong>
          Records, arranges and prints what clinicians and reports have stated; recommends no
          treatment and predicts nothing.
        </strong>
      </p>
      <p>
        It fills nothing in. Where it derives something, such as a receptor call under a named
        cut-off or an interval, it says that it did, by which rule and from which inputs, and the
        reported value stays beside it.
      </p>
      <p>
        Version {host.data?.version ?? 'not known'}. Everything stays in the workspace on this
        machine; no network is used.
      </p>
      <p>
        {FIGURE_ATTRIBUTION} Licence: {FIGURE_LICENCE_URL}
      </p>
    </Dialog>
  )
}
