/** The badge of each unit. */
import { site } from '../../../rim/site.ts';

export const getStaticPaths = () => site.badgeUnits().map((unit) => ({ params: { unit } }));

export const GET = ({ params }: { params: { unit: string } }): Response =>
  new Response(site.badge(params.unit), { headers: { 'content-type': 'image/svg+xml' } });
