/** An ordinance as it is named on the command line: by its id, or by its file. */
import { nearest } from '../ledger/nearest.ts';
import { Usage } from './usage.ts';

/** The id of the one that is meant, of those that there are. */
export function policyNamed(written: string, known: readonly string[]): string {
  const id = written.replace(/^policies\/|(\.cases)?\.yaml$/g, '');
  if (known.includes(id)) return id;
  const near = nearest(id, known);
  throw new Usage(
    `policies/ 下没有名为“${id}”的办法。${near === null ? '' : `是不是“${near}”?`}`,
    `There is no ordinance “${id}” under policies/.${near === null ? '' : ` Did you mean “${near}”?`}`,
  );
}
