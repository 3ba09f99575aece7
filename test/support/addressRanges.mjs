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
 * A set of IPv4 addresses: these ranges less those of `except`, in order, none of which touches the next. A range is
 * `[first, last]`, as numbers.
 */
export function addressRanges({ ranges, except = [] }) {
  return except.reduce(
    (kept, hole) => kept.flatMap(range => less(range, hole)),
    merged(ranges),
  );
}

/** The range of a CIDR such as `10.0.0.0/8`, or of `10.0.0.0-10.255.255.255`. */
export function addressRange(text) {
  if (text.includes('-')) {
    return text.split('-').map(toNumber);
  }
  const [address, bits] = text.split('/');
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(toNumber(address) / size) * size;
  return [first, first + size - 1];
}

/** Ranges for a person to read. */
export function rangesText(ranges) {
  return ranges.map(range => range.map(toAddress).join('-')).join(' ');
}

function merged(ranges) {
  const sets = [];
  for (const [first, last] of [...ranges].sort(([one], [two]) => one - two)) {
    const before = sets.at(-1);
    if (before && first <= before[1] + 1) {
      before[1] = Math.max(before[1], last);
    } else {
      sets.push([first, last]);
    }
  }
  return sets;
}

function less([first, last], [start, end]) {
  return [
    [first, Math.min(last, start - 1)],
    [Math.max(first, end + 1), last],
  ].filter(([from, to]) => from <= to);
}

function toNumber(address) {
  return address
    .split('.')
    .reduce((number, part) => number * 256 + Number(part), 0);
}

function toAddress(number) {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1]
    .map(unit => Math.floor(number / unit) % 256)
    .join('.');
}
