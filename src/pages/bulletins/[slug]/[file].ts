/** The bulletins as files, each beside its page. Their making takes longer than anything else, so those that would come out the same stay. */
import { changed, note, type Shown, site } from '../../../rim/site.ts';
import { bulletinFilePath } from '../../../site/links.ts';

interface Wanted {
  readonly slug: string;
  readonly form: (typeof site.bulletinForms)[number];
}

const shownBy = ({ slug, form }: Wanted): Shown => ({ file: bulletinFilePath(slug, form), shows: site.bulletinBehind(slug) });

const wanted = (): Wanted[] => site.bulletinSlugs().flatMap((slug) => site.bulletinForms.map((form) => ({ slug, form })));

export const getStaticPaths = async () =>
  (await changed(wanted(), shownBy)).map((props) => ({ params: { slug: props.slug, file: `${props.slug}.${props.form}` }, props }));

export const GET = async ({ props }: { props: Wanted }): Promise<Response> => {
  note(shownBy(props));
  return new Response(await site.bulletinFile(props.slug, props.form));
};
