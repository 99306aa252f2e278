/** What is wrong with a wording, found before a bulletin is made with it. */
import type { Wording } from '../../ledger/written/wording.ts';
import type { Said } from '../speech.ts';
import { VALUE_NAMES } from './context.ts';
import { templateFaultWords } from './fault-words.ts';
import { EMPTY, FULL } from './sample.ts';
import { faultsIn, render, type TemplateFault } from './template.ts';

/** A template that cannot be filled in: where it stands in the wording, and why. */
export interface WordingFault {
  readonly path: readonly (string | number)[];
  readonly detail: Said;
}

/** Every template is read, its names are looked up on all its ways, and it is filled in with much and with nothing. */
export function faultsOfWording(wording: Wording): WordingFault[] {
  return templatesOf(wording).flatMap(({ path, template }) =>
    faultsOf(template).map((fault) => ({ path, detail: templateFaultWords(fault, likely(fault)) })),
  );
}

function faultsOf(template: string): TemplateFault[] {
  const found = faultsIn(template, VALUE_NAMES);
  if (found.length > 0) return found;
  const tried = [FULL, EMPTY].flatMap((values) => {
    const rendered = render(template, values);
    return 'fault' in rendered ? [rendered.fault] : [];
  });
  return tried.slice(0, 1);
}

/** The names among which a mistyped one is sought: those of values, or of what the items of a list have. */
function likely(fault: TemplateFault): Iterable<string> {
  const [root, ...rest] = fault.kind === 'unknown-value' ? fault.named.split('.') : [];
  return rest.length === 0 ? VALUE_NAMES : ITEM_NAMES.map((name) => `${root}.${name}`);
}

const ITEM_NAMES = [...new Set(Object.values(FULL).flatMap((value) => (Array.isArray(value) ? value.flatMap((item) => Object.keys(item)) : [])))];

interface Placed {
  readonly path: readonly (string | number)[];
  readonly template: string;
}

function templatesOf({ title, opening, sections, annexes }: Wording): Placed[] {
  const at = (path: Placed['path'], template: string | undefined): Placed[] => (template === undefined ? [] : [{ path, template }]);
  return [
    ...at(['title'], title),
    ...at(['opening'], opening),
    ...sections.flatMap(({ heading, text }, index) => [...at(['sections', index, 'heading'], heading), ...at(['sections', index, 'text'], text)]),
    ...annexes.flatMap((annex, index) => at(['annexes', index, 'title'], annex.title)),
  ];
}
