/** A terminal and npm both pass Ctrl-C on: one press arrives twice, within milliseconds. */
const samePressMs = 500;

/** Runs `stop` and ends the process, with 0, when it is asked to end. Asked again, it ends at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | null = null;

  function end(_signal: NodeJS.Signals, number: number): void {
    if (askedAt === null) {
      askedAt = performance.now();
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    } else if (performance.now() - askedAt > samePressMs) {
      process.exit(128 + number);
    }
  }

  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
