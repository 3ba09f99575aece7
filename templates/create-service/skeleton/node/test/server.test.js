import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createLogger } from '../src/logger.js';
import { createService } from '../src/server.js';

let ready = true;
const server = createService({
  logger: createLogger({ write: () => {} }),
  isReady: () => ready,
});
let address;

before(async () => {
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

test('answers', async () => {
  assert.equal((await fetch(`${address}/`)).status, 200);
});

test('is healthy', async () => {
  const response = await fetch(`${address}/health`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok' });
});

test('is not ready while it stops', async () => {
  assert.equal((await fetch(`${address}/ready`)).status, 200);
  ready = false;
  assert.equal((await fetch(`${address}/ready`)).status, 503);
});

test('does not know other paths', async () => {
  assert.equal((await fetch(`${address}/nowhere`)).status, 404);
});
