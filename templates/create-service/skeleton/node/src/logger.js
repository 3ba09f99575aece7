const LEVELS = ['debug', 'info', 'warn', 'error'];

/**
 * Writes one JSON object per line, as log collectors expect.
 *
 * @param {object} [options]
 * @param {string} [options.level]
 * @param {(line: string) => void} [options.write]
 */
export function createLogger({
  level = 'info',
  write = line => process.stdout.write(line),
} = {}) {
  const threshold = LEVELS.indexOf(level);
  const log = (severity, message, fields) => {
    if (LEVELS.indexOf(severity) >= threshold) {
      const time = new Date().toISOString();
      write(`${JSON.stringify({ time, level: severity, message, ...fields })}\n`);
    }
  };
  return Object.fromEntries(
    LEVELS.map(severity => [
      severity,
      (message, fields) => log(severity, message, fields),
    ]),
  );
}
