/** Schemas without code made at run time, so that a strict content security policy holds. Imported before anything that has a schema. */
import { z } from 'zod';

z.config({ jitless: true });
