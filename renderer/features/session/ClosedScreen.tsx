import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type SessionState, THEMES } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { chosenScale, drawAt } from '../../components/scale.ts'
import { useScaleKeys } from '../../components/useScaleKeys.ts'
import { type Created, CreateWorkspaceForm } from './CreateWorkspaceForm.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import styles from './session.module.css'
import { type ClosedSession, type Host, sentenceOf, useMachineTheme } from './session.ts'
import { THEME_LABEL, useTheme } from './settings.ts'
import { UnlockForm } from './UnlockForm.tsx'

type Known = ClosedSession['known']

type Props = Readonly<{
  known: Known
  host: Host
  onCreating: (isCreating: boolean) => void
  onCreated: (created: Created) => void
  /** Done when the workspace is on screen. */
  onOpened: (session: SessionState) => Promise<void>
}>

type Step = 'start' | 'create' | 'recover'

/** Without an open workspace: unlock one that this machine knows, open the demo, or create one. */
export function ClosedScreen({ known, host, onCreating, onCreated, onOpened }: Props) {
  useScaleKeys(next => drawAt(next(chosenScale())))
  const own = known.filter(workspace => !workspace.demo)
  const [step, setStep] = useState<Step>('start')
  const demo = useMutation({
    mutationFn: () => api.invoke('workspace:openDemo', {}),
    onSuccess: onOpened,
  })
  const { theme, choose } = useMachineTheme()
  useTheme(theme)
  const back = () => setStep('start')
  return (
    <main className={styles.screen}>
      <header>
        <h1 className={styles.title}>MetBoard</h1>
        <p className={styles.lead}>
          One board per patient for meetings on metastatic breast cancer. Everything stays,
          encrypted, on this machine.
        </p>
      </header>
      {step === 'create' && (
        <CreateWorkspaceForm
          host={host}
          onBusy={onCreating}
          onCreated={onCreated}
          onCancel={back}
        />
      )}
      {step === 'recover' && (
        <RecoverForm known={own} host={host} onOpened={onOpened} onCancel={back} />
      )}
      {step === 'start' && (
        <>
          {own.length > 0 && (
            <UnlockForm known={own} onOpened={onOpened} onRecover={() => setStep('recover')} />
          )}
          <section className={styles.card} aria-labelledby="other-ways">
            <h2 id="other-ways" className={styles.heading}>
              {own.length > 0 ? 'Or' : 'Begin'}
            </h2>
            <div className={styles.choice}>
              <Button
                look={own.length > 0 ? 'normal' : 'primary'}
                onPress={() => demo.mutate()}
                isDisabled={demo.isPending}
                className={styles.big}
              >
                {demo.isPending ? 'Opening the demo…' : 'Open the demo'}
              </Button>
              <p>A published case, in a workspace of its own. Nothing to fill in.</p>
            </div>
            <div className={styles.choice}>
              <Button onPress={() => setStep('create')} className={styles.big}>
                Create a workspace
              </Button>
              <p>An encrypted folder for your own patients. Takes a minute.</p>
            </div>
            {own.length === 0 && (
              <div className={styles.choice}>
                <Button look="plain" onPress={() => setStep('recover')} className={styles.big}>
                  Open with a recovery key
                </Button>
                <p>A workspace whose passphrase is lost.</p>
              </div>
            )}
            {demo.error !== null && (
              <p className={styles.problem} role="alert">
                {sentenceOf(demo.error)}
              </p>
            )}
          </section>
        </>
      )}
      <div className={styles.theme}>
        <MenuButton
          look="plain"
          label={`Theme: ${THEME_LABEL[theme].toLowerCase()}`}
          placement="bottom start"
          selected={theme}
          choices={THEMES.map(key => ({ key, label: THEME_LABEL[key] }))}
          onChoose={choose}
        />
      </div>
      <footer className={styles.foot}>
        MetBoard {host.version}. Records, arranges and prints what clinicians and reports have
        stated; recommends no treatment and predicts nothing.
      </footer>
    </main>
  )
}
