/**
 * A loop that does one piece of work after another until it is stopped.
 *
 * @param {{
 *   logger: ReturnType<import('./logger.js').createLogger>,
 *   work?: () => Promise<void>,
 *   pause?: number,
 * }} options `pause` is the time between two pieces of work, in milliseconds.
 */
export function createWorker({ logger, work = async () => {}, pause = 1000 }) {
  let running;
  let wake = () => {};
  let stopped = false;

  const loop = async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        logger.error('work failed', { error: error.message });
      }
      if (!stopped) {
        await new Promise(resolve => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  };

  return {
    start() {
      logger.info('working');
      running = loop();
    },
    /** Lets the present piece of work end, and takes no other. */
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
