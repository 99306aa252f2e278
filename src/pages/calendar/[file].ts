/** The calendar as files to subscribe to: of everything and of each unit, in each language. */
import { siteOf } from '../../rim/site.ts';
import { firstPartOf } from '../../site/links.ts';
import { LANGUAGES } from '../../words/speech.ts';

type Props = { readonly text: () => string };

const sites = LANGUAGES.map((language) => siteOf({ params: { lang: firstPartOf(language) } }));

export const getStaticPaths = () =>
  sites.flatMap((site) => site.calendarFiles().map(({ file, unit }) => ({ params: { file }, props: { text: () => site.calendarFile(unit) } })));

export const GET = ({ props }: { props: Props }): Response =>
  new Response(props.text(), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
