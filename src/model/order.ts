/** Orders that depend on no language and no machine. */

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In order of days; what happened on one day stays in the order in which it came. */
export const byDay = (a: { readonly on: string }, b: { readonly on: string }): number => byCodeUnit(a.on, b.on);
