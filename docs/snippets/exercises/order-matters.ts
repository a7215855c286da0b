/** Whether (a + b) + c and a + (b + c) differ in any bit. */
export function orderMatters(
  a: number,
  b: number,
  c: number,
): boolean {
  return a + b + c !== a + (b + c);
}
