/** The share of the training rows later than the test event. */
export function leak(times: number[], testTime: number): number {
  if (times.length === 0) return 0;
  return (
    times.filter((time) => time > testTime).length / times.length
  );
}
