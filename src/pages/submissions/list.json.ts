/** Every public submission in one file: for the list, once something is asked of it, and for the search. */
import { site } from '../../rim/site.ts';

export const GET = (): Response => new Response(JSON.stringify(site.submissionsData()), { headers: { 'content-type': 'application/json' } });
