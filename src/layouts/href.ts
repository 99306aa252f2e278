/** The address of a page as a browser needs it: under the path where the site is served. Other hosts and anchors stay as they are. */
export const href = (path: string): string => (/^(https?:|#)/.test(path) ? path : `${import.meta.env.BASE_URL}${path}`);
