/** One step on a triple: x, yi and yj after it. */
export function step(
  x: number[],
  yi: number[],
  yj: number[],
  lr: number,
  reg: number,
): [x: number[], yi: number[], yj: number[]] {
  let margin = 0;
  x.forEach((value, f) => (margin += value * (yi[f] - yj[f])));
  const w = 1 / (1 + Math.exp(margin));
  const move = (from: number, pull: number): number =>
    from + lr * (pull - reg * from);
  return [
    x.map((value, f) => move(value, w * (yi[f] - yj[f]))),
    yi.map((value, f) => move(value, w * x[f])),
    yj.map((value, f) => move(value, -w * x[f])),
  ];
}
