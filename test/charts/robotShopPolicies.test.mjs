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

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { parse } from 'yaml';
import { run } from '../support/run.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { robotShop } from './support/repository.mjs';

const netpolicy = process.env.CHARTROOM_NETPOLICY;
const skip = !netpolicy && 'the evaluator of network policies is absent';

/** A cluster's name server, and a pod of somebody else that no policy concerns. */
const surroundings = `
apiVersion: v1
kind: Namespace
metadata: { name: kube-system, labels: { kubernetes.io/metadata.name: kube-system } }
---
apiVersion: v1
kind: Pod
metadata: { name: names, namespace: kube-system, labels: { k8s-app: kube-dns } }
spec: { containers: [{ name: names, image: names }] }
---
apiVersion: v1
kind: Namespace
metadata: { name: elsewhere, labels: { kubernetes.io/metadata.name: elsewhere } }
---
apiVersion: v1
kind: Pod
metadata: { name: stranger, namespace: elsewhere, labels: { app.kubernetes.io/name: web } }
spec: { containers: [{ name: stranger, image: stranger }] }
`;

/** The edges of the matrix, as \`from => to : TCP port\`. */
async function declaredEdges() {
  const matrix = parse(
    await readFile(join(robotShop, 'service-matrix.yaml'), 'utf8'),
  );
  return matrix.services.flatMap(({ name, dependencies = [] }) =>
    dependencies.map(dependency => {
      const target = matrix.services.find(
        service => service.name === dependency.name,
      );
      return `${name} => ${dependency.name} : TCP ${target.port}`;
    }),
  );
}

eachHelm('Robot Shop policies', helm => {
  let directory;
  let connections;
  let services;

  before(async () => {
    if (skip) return;
    directory = await mkdtemp(join(tmpdir(), 'chartroom-policies-'));
    const platform = await assemblePlatform({ helm });
    const chart = join(platform, 'helm/robot-shop');
    for (const name of ['dev', 'prod']) {
      const manifests = join(directory, name);
      await mkdir(manifests);
      await writeFile(
        join(manifests, 'system.yaml'),
        await helm(
          ...['template', 'robot-shop', chart, '--namespace', 'shop'],
          ...['--values', join(chart, `values-${name}.yaml`)],
        ),
      );
      await writeFile(join(manifests, 'surroundings.yaml'), surroundings);
    }
    await rm(platform, { recursive: true });
    const list = JSON.parse(
      await run(netpolicy, [
        ...['list', '--quiet', '--output', 'json'],
        ...['--dirpath', join(directory, 'prod')],
      ]),
    );
    connections = list.map(({ src, dst, conn }) => ({
      from: src.replace(/^shop\/(.*)\[.*\]$/, '$1'),
      to: dst.replace(/^shop\/(.*)\[.*\]$/, '$1'),
      conn,
    }));
    services = Object.keys(
      parse(
        await readFile(join(robotShop, 'helm/robot-shop/values.yaml'), 'utf8'),
      ),
    );
  });
  after(() => directory && rm(directory, { recursive: true }));

  it('admit exactly the nineteen edges of the matrix', { skip }, async () => {
    const expected = await declaredEdges();
    assert.equal(expected.length, 19);
    assert.deepEqual(
      connections
        .filter(
          ({ from, to }) => services.includes(from) && services.includes(to),
        )
        .map(({ from, to, conn }) => `${from} => ${to} : ${conn}`)
        .sort(),
      expected.sort(),
    );
  });

  it('let every pod ask for names, over UDP and TCP', { skip }, () => {
    assert.deepEqual(
      connections
        .filter(
          ({ from, to }) =>
            services.includes(from) && to === 'kube-system/names[Pod]',
        )
        .map(({ from, conn }) => `${from} ${conn}`)
        .sort(),
      services.map(name => `${name} TCP 53,UDP 53`).sort(),
    );
  });

  it('let payment alone out, to public addresses', { skip }, () => {
    const out = connections.filter(
      ({ from, to }) => services.includes(from) && /^\d/.test(to),
    );
    assert.deepEqual(
      [...new Set(out.map(({ from, conn }) => `${from} ${conn}`))],
      ['payment TCP 443'],
    );
    const ranges = out.map(({ to }) => to.split('-').map(toNumber));
    const reaches = address =>
      ranges.some(
        ([first, last]) =>
          first <= toNumber(address) && toNumber(address) <= last,
      );
    for (const address of ['1.1.1.1', '8.8.8.8', '172.32.0.1']) {
      assert.ok(reaches(address), address);
    }
    for (const address of [
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '192.168.1.1',
    ]) {
      assert.ok(!reaches(address), address);
    }
  });

  it('let nobody in from elsewhere, whatever its labels', { skip }, () => {
    assert.deepEqual(
      connections.filter(
        ({ from, to }) => !services.includes(from) && services.includes(to),
      ),
      [],
    );
  });

  it('are the same in both environments', { skip }, async () => {
    const difference = await run(netpolicy, [
      ...['diff', '--quiet', '--output', 'csv'],
      ...['--dir1', join(directory, 'dev')],
      ...['--dir2', join(directory, 'prod')],
    ]);
    assert.doesNotMatch(difference, /changed|added|removed/);
  });
});

function toNumber(address) {
  return address
    .split('.')
    .reduce((number, part) => number * 256 + Number(part), 0);
}
