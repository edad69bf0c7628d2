import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const box = process.env['NABIJ_BOX'] ?? 'http://127.0.0.1:8080'

// The bundle's own files are always asked for at /assets/: the same page then works at / and below /sample/.
export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: 'dist',
    // The box allows no data: addresses except for pictures.
    assetsInlineLimit: 0,
    target: 'es2023',
  },
  server: {
    // While developing: the box answers the API, and sees its own address as the origin.
    proxy: Object.fromEntries(
      ['/api', '/sample/api', '/errors'].map((path) => [
        path,
        { target: box, changeOrigin: true, headers: { origin: box } },
      ]),
    ),
  },
})
