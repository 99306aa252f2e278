/** The list of all files of open data, for programs. */
import { site } from '../../rim/site.ts';

export const GET = async (): Promise<Response> => new Response(await site.dataPackage(), { headers: { 'content-type': 'application/json' } });
