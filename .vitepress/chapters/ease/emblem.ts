/** A row of weights around a zero line: most bars stand above it, some hang below. */
export const emblem = (): string => {
  const weights = [78, 52, 66, -34, 40, 24, -52, 34, -20, 16, -40];
  const bars = weights.map((weight, n) => {
    const y = weight > 0 ? 110 - weight : 112;
    const hollow = weight > 0 ? '' : ' fill="none" stroke="currentColor" stroke-width="2"';
    return `<rect x="${14 + n * 16}" y="${y}" width="10" height="${Math.abs(weight)}"${hollow}/>`;
  });
  return `${bars.join('')}<path d="M8 111H192" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
};
