/** Milliseconds that something takes: the median of some runs. */
export async function median(runs: number, run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** Prints one row of a result. */
export function report(what: string, milliseconds: number, remark = ''): void {
  console.log(`${what.padEnd(64)} ${milliseconds.toFixed(1).padStart(10)} ms  ${remark}`);
}
