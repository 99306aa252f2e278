/** The badge of each unit, in each language. */
import { siteOf } from '../../../rim/site.ts';
import { firstPartOf } from '../../../site/links.ts';
import { LANGUAGES } from '../../../words/speech.ts';

type Props = { readonly svg: () => string };

const sites = LANGUAGES.map((language) => siteOf({ params: { lang: firstPartOf(language) } }));

export const getStaticPaths = () =>
  sites.flatMap((site) => site.badges().map(({ file, unit }) => ({ params: { file }, props: { svg: () => site.badge(unit) } })));

export const GET = ({ props }: { props: Props }): Response => new Response(props.svg(), { headers: { 'content-type': 'image/svg+xml' } });
