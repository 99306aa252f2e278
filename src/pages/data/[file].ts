/** The files of open data, beside the page that explains them. */
import { site } from '../../rim/site.ts';

export const getStaticPaths = async () => (await site.dataFiles()).map(({ file, bytes }) => ({ params: { file }, props: { bytes } }));

export const GET = ({ props }: { props: { bytes: Uint8Array<ArrayBuffer> } }): Response => new Response(props.bytes);
