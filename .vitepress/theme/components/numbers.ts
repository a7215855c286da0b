// Numbers as the book prints them: the same string in every engine and every locale.

/** 18000 -> "18,000" */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 0.0643 -> "0.064" */
export function decimal(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** 0.2074 -> "21 %"; the space does not break. */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}\u00a0%`;
}
