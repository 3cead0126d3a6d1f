import './begin.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './tokens.css'
import './base.css'
import { followWindow } from '../components/scale.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root element')
followWindow()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
