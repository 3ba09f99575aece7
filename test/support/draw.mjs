/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * A small random source with a printed seed: `CHARTROOM_TEST_SEED` repeats a run.
 */
export function seededDraw() {
  const seed = Number(
    process.env.CHARTROOM_TEST_SEED ?? Date.now() % 1_000_000,
  );
  console.log(`seed ${seed} (repeat with CHARTROOM_TEST_SEED=${seed})`);
  let state = seed + 1;
  const next = () => {
    // Numerical Recipes' linear congruential generator: enough to draw names
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: list => list[Math.floor(next() * list.length)],
  };
}

const NAMES = [
  'recommendations',
  'wishlist',
  'stock',
  'reviews',
  'loyalty',
  'gift-cards',
  'returns',
  'search-index',
];
const SERVICES = [
  { name: 'catalogue', port: 8080 },
  { name: 'user', port: 8080 },
  { name: 'cart', port: 8080 },
  { name: 'ratings', port: 80 },
];
const BACKING_SERVICES = [
  { name: 'redis', port: 6379 },
  { name: 'mongodb', port: 27017 },
  { name: 'mysql', port: 3306 },
  { name: 'rabbitmq', port: 5672 },
];

/** A service to create: its name, its port, one service and one backing service that it depends on. */
export function drawService(draw) {
  return {
    name: draw.pick(NAMES),
    port: draw.integer(1024, 65535),
    dependencies: [draw.pick(SERVICES), draw.pick(BACKING_SERVICES)],
  };
}
