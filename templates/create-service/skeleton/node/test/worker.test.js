import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from '../src/logger.js';
import { createWorker } from '../src/worker.js';

test('works until it is stopped, and survives a failure', async () => {
  const lines = [];
  let done = 0;
  let finished;
  const enough = new Promise(resolve => {
    finished = resolve;
  });
  const worker = createWorker({
    logger: createLogger({ write: line => lines.push(JSON.parse(line)) }),
    pause: 1,
    work: async () => {
      done += 1;
      if (done === 1) {
        throw new Error('once');
      }
      if (done === 3) {
        finished();
      }
    },
  });
  worker.start();
  await enough;
  await worker.stop();
  const total = done;
  await new Promise(resolve => {
    setTimeout(resolve, 20);
  });
  assert.equal(done, total);
  assert.deepEqual(
    lines.filter(({ level }) => level === 'error').map(({ error }) => error),
    ['once'],
  );
});
