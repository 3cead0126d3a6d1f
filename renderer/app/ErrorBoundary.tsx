import { Component, type ReactNode } from 'react'
import styles from './ErrorBoundary.module.css'

type Props = Readonly<{ children: ReactNode }>
type State = Readonly<{ failed: boolean }>

/** In place of a screen that failed: what happened, what was kept, what to do. Shows no detail of the error, which may hold a patient's data. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className={styles.screen} role="alert">
        <h1 className={styles.title}>This screen could not be drawn</h1>
        <p>
          A fault in MetBoard stopped it. Everything that was saved is kept, and so is what was
          typed into a form up to a second ago.
        </p>
        <p>
          Load the screen again; if it fails again, lock MetBoard and tell whoever maintains it.
        </p>
        <button type="button" className={styles.again} onClick={() => window.location.reload()}>
          Load again
        </button>
      </main>
    )
  }
}
