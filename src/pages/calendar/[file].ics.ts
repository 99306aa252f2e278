/** The calendar as files to subscribe to: of everything, and of each unit. */
import { site } from '../../rim/site.ts';

export const getStaticPaths = () => site.calendarFiles().map(({ file, unit }) => ({ params: { file }, props: { unit } }));

export const GET = ({ props }: { props: { unit: string | null } }): Response =>
  new Response(site.calendarFile(props.unit), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
