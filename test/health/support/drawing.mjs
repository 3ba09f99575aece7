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

/** A value, or now and then undefined, so that its field is absent: in one of `often` times. */
export function optional(draw, value, often = 6) {
  return draw.integer(1, often) === 1 ? undefined : value;
}

/** True in one of so many times. */
export function seldom(draw, often) {
  return draw.integer(1, often) === 1;
}

/** A count of pods: small, so that counts are equal, too few and too many about as often. */
export function count(draw) {
  return optional(draw, draw.integer(0, 3));
}

/** A count that is most often the one that is wanted, so that a chain of comparisons is passed to its end. */
export function nearly(draw, wanted) {
  return seldom(draw, 4) ? count(draw) : wanted;
}

/** Metadata, seldom of an object that is being deleted. */
export function metadata(draw, more = {}) {
  const isLeaving = seldom(draw, 20);
  return {
    name: draw.pick(['payment', 'cart', 'with "quotes"']),
    namespace: 'shop',
    generation: optional(draw, draw.integer(1, 3)),
    ...(isLeaving && {
      deletionTimestamp: '2026-11-21T12:00:00Z',
      finalizers: optional(
        draw,
        seldom(draw, 2)
          ? ['argocd.argoproj.io/hook-finalizer']
          : ['kubernetes.io/pvc-protection'],
      ),
    }),
    ...more,
  };
}

/** The generation that a controller has observed: most often the newest. */
export function observed(draw, { generation }) {
  return seldom(draw, 5) ? optional(draw, draw.integer(0, 3), 2) : generation;
}

/** One condition. */
export function condition(draw, { types, reasons = [] }) {
  return {
    type: draw.pick(types),
    status: draw.pick(['True', 'True', 'False', 'False', 'Unknown']),
    reason: optional(draw, draw.pick([...reasons, 'AsExpected']), 12),
    message: optional(draw, draw.pick(['all is well', 'no "luck"']), 12),
  };
}

/** Conditions of these types, and seldom those that kstatus asks for; or none. */
export function conditions(draw, options) {
  const { types, longest = 3 } = options;
  const list = Array.from({ length: draw.integer(0, longest) }, () =>
    condition(draw, {
      ...options,
      types: seldom(draw, 5) ? ['Reconciling', 'Stalled'] : types,
    }),
  );
  return optional(draw, list, 8);
}
