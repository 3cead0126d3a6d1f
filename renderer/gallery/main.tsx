import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import '../app/tokens.css'
import '../app/base.css'
import { followWindow } from '../components/scale.ts'
import { Gallery } from './Gallery.tsx'

followWindow()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root element')
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <Gallery />
    </I18nProvider>
  </StrictMode>,
)
