/** Every kind of page in English. In a file of its own, so that the two languages are looked at side by side. */
import { everyKindIn } from './everyKind.ts';

everyKindIn('en');
