/** Ours: `isX` and `validateX` of a package whose 64-bit integers are numbers. */
import * as generated from '../gen/wiremark-number/lib/index.js';

export default (type) => ({ is: generated[`is${type}`], explain: generated[`validate${type}`] });
