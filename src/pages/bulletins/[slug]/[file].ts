/** The bulletins as files, each beside its page. */
import { site } from '../../../rim/site.ts';

export const getStaticPaths = () =>
  site.bulletinSlugs().flatMap((slug) => site.bulletinForms.map((form) => ({ params: { slug, file: `${slug}.${form}` }, props: { form } })));

type Props = { readonly form: (typeof site.bulletinForms)[number] };

export const GET = async ({ params, props }: { params: { slug: string }; props: Props }): Promise<Response> =>
  new Response(await site.bulletinFile(params.slug, props.form));
