/** The script of pages with charts. A chart needs it; the page does not. */
import { keepDrawn } from './chartDrawing.ts';

keepDrawn();
