// Turns of a knob come faster than answers: one request is under way, and of those that wait only the newest is asked.

/** Calls `work` with the newest value, one call after the other. */
export function latest(work) {
  let [isRunning, isWaiting, value] = [false, false, null];
  async function run() {
    isRunning = true;
    while (isWaiting) {
      isWaiting = false;
      await work(value);
    }
    isRunning = false;
  }
  return (newest) => {
    [value, isWaiting] = [newest, true];
    if (!isRunning) run();
  };
}
