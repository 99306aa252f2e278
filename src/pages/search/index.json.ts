/** What the search page reads besides the list of submissions: a file of its own, so that only this page loads it. */
import { site } from '../../rim/site.ts';

export const GET = (): Response => new Response(JSON.stringify(site.searchData()), { headers: { 'content-type': 'application/json' } });
