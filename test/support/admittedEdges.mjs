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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressRange, addressRanges, rangesText } from './addressRanges.mjs';
import { run } from './run.mjs';

/**
 * What the policies of rendered manifests admit from and to the workloads of a namespace, by np-guard's evaluator, but for
 * those named in `without`: a sorted list with a line for each port.
 *
 * A workload of another namespace is written with it: `web => kube-system/dns : UDP 53`. All addresses that are
 * reached on a port stand in one line: `payment => 0.0.0.0-9.255.255.255 … : TCP 443`.
 */
export async function admittedEdges({ manifests, namespace, without = [] }) {
  const connections = await evaluate(manifests);
  const peer = text => {
    const [, within, name] = /^(?:([^/]*)\/)?([^[]*)/.exec(text);
    const isAddress = /^\d+\.\d+\.\d+\.\d+-/.test(name);
    const isJudged = within === namespace && !without.includes(name);
    return {
      isAddress,
      isJudged,
      name: within && within !== namespace ? `${within}/${name}` : name,
    };
  };
  const lines = new Set();
  const addresses = new Map();
  for (const { src, dst, conn } of connections) {
    const [from, to] = [peer(src), peer(dst)];
    if (!from.isJudged && !to.isJudged) {
      continue;
    }
    for (const port of ports(conn)) {
      if (from.isAddress || to.isAddress) {
        const key = from.isAddress
          ? ranges => `${ranges} => ${to.name} : ${port}`
          : ranges => `${from.name} => ${ranges} : ${port}`;
        const range = addressRange((from.isAddress ? from : to).name);
        const known = addresses.get(key('')) ?? { key, ranges: [] };
        known.ranges.push(range);
        addresses.set(key(''), known);
      } else {
        lines.add(`${from.name} => ${to.name} : ${port}`);
      }
    }
  }
  for (const { key, ranges } of addresses.values()) {
    lines.add(key(rangesText(addressRanges({ ranges }))));
  }
  return [...lines].sort();
}

async function evaluate(manifests) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-policies-'));
  try {
    await writeFile(join(directory, 'manifests.yaml'), manifests);
    return JSON.parse(
      await run(process.env.CHARTROOM_NETPOLICY, [
        ...['list', '--quiet', '--output', 'json'],
        ...['--dirpath', directory],
      ]),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** `TCP 80,8080-8081,UDP 53` one by one; what it says otherwise, as it says it. */
function ports(conn) {
  if (!/^[A-Z]+ \d/.test(conn)) {
    return [conn];
  }
  let protocol;
  return conn.split(',').flatMap(part => {
    const [, named, first, last = first] = /^([A-Z]+ )?(\d+)(?:-(\d+))?$/.exec(
      part,
    );
    protocol = named ?? protocol;
    return Array.from(
      { length: last - first + 1 },
      (_, index) => `${protocol}${Number(first) + index}`,
    );
  });
}
