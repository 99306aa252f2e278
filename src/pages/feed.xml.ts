/** The bulletins as an Atom feed. Its links are absolute where TONGBAO_SITE says at which host the site is. */
import { hrefIn } from '../layouts/href.ts';
import { site } from '../rim/site.ts';

export const GET = ({ site: host }: { site: URL | undefined }): Response =>
  new Response(site.feed(host === undefined ? null : new URL(hrefIn('zh', ''), host).href), { headers: { 'content-type': 'application/atom+xml' } });
