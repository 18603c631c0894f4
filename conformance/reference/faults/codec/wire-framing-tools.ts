/** What the faults of this kind have in common. */
import { any, everywhere } from './places.ts';

export const all = any(everywhere);
