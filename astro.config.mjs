import { defineConfig } from 'astro/config';

/**
 * A static site that asks no other host for anything. Where it goes and under which path it is served are the caller's to say. Nothing is
 * inlined, so that a strict content security policy can be set.
 */
export default defineConfig({
  output: 'static',
  outDir: process.env.TONGBAO_OUT ?? 'dist',
  site: process.env.TONGBAO_SITE,
  base: process.env.TONGBAO_BASE ?? '/',
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 8, inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  // Highlighting would write its colours into style attributes.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
