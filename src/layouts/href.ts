/** Asked of the configuration itself: the environment variable BASE_URL, which other tools set too, would pass for `import.meta.env.BASE_URL`. */
import { base } from 'astro:config/client';

const START = base.endsWith('/') ? base : `${base}/`;

/** The address of a page as a browser needs it: under the path where the site is served. Other hosts and anchors stay as they are. */
export const href = (path: string): string => (/^(https?:|#)/.test(path) ? path : `${START}${path}`);
