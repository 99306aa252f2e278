/** What the laboratory's page reads: a file of its own, so that only this page loads it. */
import { lab } from '../../rim/site.ts';

export const GET = (): Response => new Response(JSON.stringify(lab()), { headers: { 'content-type': 'application/json' } });
