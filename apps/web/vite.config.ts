import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm start` serves; `vite apps/web` passes the interface's calls on to it. */
const server = process.env.JINCUN_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the content security policy allows only files of this site.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': server } },
})
