import '@fontsource-variable/source-sans-3/wght.css'
import './app/mantine-styles.ts'
import './app/base.css'
import '@nabij/base/no-eval'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { workspaceAt } from './app/workspace.ts'
import { startTexts } from './texts/i18n.ts'

await startTexts()
const page = document.getElementById('page')
if (page) createRoot(page).render(<App workspace={workspaceAt(location.pathname)} />)
