/** Medians, spreads and how figures are printed. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Middle half of the values: what a median on a noisy machine should be read with. */
export const quartiles = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[sorted.length >> 2], sorted[(sorted.length * 3) >> 2]];
};

export const figure = (x) =>
  x >= 1e6
    ? `${(x / 1e6).toFixed(2)}M`
    : x >= 1e4
      ? `${(x / 1e3).toFixed(0)}k`
      : x >= 1e3
        ? `${(x / 1e3).toFixed(2)}k`
        : x.toFixed(0);
