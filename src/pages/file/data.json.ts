/** What the filing page's engine reads: a file of its own, so that only this page loads it. */
import { site } from '../../rim/site.ts';

export const GET = (): Response => new Response(JSON.stringify(site.filingData()), { headers: { 'content-type': 'application/json' } });
