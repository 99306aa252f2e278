/** What the parts of the filing page's engine work with. */
import type { World } from '../../filing/world.ts';
import type { Language } from '../../words/speech.ts';
import type { Choices } from './choices.ts';

export interface Desk {
  readonly world: World;
  readonly language: Language;
  readonly choices: Choices;
}
