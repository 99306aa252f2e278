/** Where this package lies: the folder that has `src/`, `astro.config.mjs` and `public/`. */
import { resolve } from 'node:path';

export const PACKAGE = resolve(import.meta.dirname, '..', '..');
