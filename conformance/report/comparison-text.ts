/** What changed since an earlier report, as lines for the terminal. */
import type pc from 'picocolors';
import type { CaseChange, Comparison } from '../model/report.gen.ts';
import { changeHeadings } from './compare.ts';
import { safeText } from './safe-text.ts';

/** Cases of one kind that are named; the JSON report has them all. */
const maxNamed = 10;

export function comparisonLines(
  { file, differs, regressions, changes }: Comparison,
  colors: ReturnType<typeof pc.createColors>,
): readonly string[] {
  const groups = changeHeadings.flatMap(([kind, heading]) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length === 0) return [];
    const more = ofKind.length - maxNamed;
    return [
      `  ${heading}: ${ofKind.length}`,
      ...regressionsFirst(ofKind)
        .slice(0, maxNamed)
        .map(
          (change) => `    ${change.regression ? colors.red('✗') : ' '} ${change.id} ${colors.dim(verdicts(change))}`,
        ),
      ...(more > 0 ? [colors.dim(`      ... and ${more} more; the JSON report holds them all.`)] : []),
    ];
  });
  const word = regressions === 0 ? colors.green('NO REGRESSION') : colors.red(colors.bold('REGRESSED'));
  const cases = `${regressions} case${regressions === 1 ? '' : 's'} passed then and do${regressions === 1 ? 'es' : ''} not now.`;
  return [
    '',
    `Since ${safeText(file)}`,
    ...differs.map((difference) => `  ${safeText(difference)}`),
    ...(groups.length === 0 ? ['  Every case came out as it did then.'] : groups),
    `${word}${regressions === 0 ? '' : ` ${cases}`}`,
  ];
}

const regressionsFirst = (changes: readonly CaseChange[]): readonly CaseChange[] =>
  [...changes].sort((a, b) => Number(b.regression) - Number(a.regression));

const verdicts = ({ was, is, level }: CaseChange): string =>
  `(${[was, is].filter(Boolean).join(' -> ')}${level === 'required' ? '' : `, ${level}`})`;
