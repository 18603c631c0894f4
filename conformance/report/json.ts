/** The report as JSON, as `report.schema.json` describes it. Same seed, same text, but for `timing` and `environment`. */
import type { Report } from '../model/report.gen.ts';

export const formatJson = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;
