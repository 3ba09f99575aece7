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
import { createRequire } from 'node:module';
import { waitFor } from '../../support/waitFor.mjs';
import { createCollector } from './createCollector.mjs';

const require = createRequire(import.meta.url);
const {
  ReadModel,
} = require('../../../plugins/chartroom-backend/src/readModel');

/**
 * Lets the backend's collectors observe clusters of tests for its read model, and git want services of one umbrella chart,
 * `shop`: each is a service, an environment, a cluster and a namespace.
 */
export async function followModel(options) {
  const sources = options.clusters.map(createCollector);
  const wanted = options.wanted.map(one => ({
    platform: 'shop',
    ...{ umbrella: 'shop', version: '1.0.0', state: 'released' },
    dependencies: [],
    source: { url: 'https://git.example.com/Chart.yaml', ref: 'main' },
    ...one,
  }));
  const reading = { platform: 'shop', generation: 1, last: { wanted } };
  const model = ReadModel.create({
    sources,
    wanted: { get: () => reading, list: () => [reading] },
    redaction: { key: 'of the tests' },
    staleAfterMilliseconds: 90_000,
  });
  const stop = new AbortController();
  for (const source of sources) {
    const sink = model.sinkOf({ source });
    await source.start({ sink, signal: stop.signal });
  }
  const deployment = (service, environment) =>
    model
      .deployments({ platform: 'shop', environment })
      .find(it => it.service === service);
  const states = name =>
    Object.fromEntries(
      model
        .freshness(name)
        .sources.map(({ source, state, message }) => [
          source,
          state === 'forbidden' ? `${state}: ${message}` : state,
        ]),
    );
  return {
    deployment,
    stop: () => stop.abort(),
    /** Waits until a cluster's sources are in these states, `forbidden` with its reason. */
    sources: (name, expected) => eventually(() => states(name), expected),
    /** Waits until this is told of a service, and resolves with all that is told. */
    async tells([service, environment], expected) {
      await eventually(() => {
        const brief = inBrief(deployment(service, environment));
        return Object.fromEntries(
          Object.keys(expected).map(key => [key, brief[key]]),
        );
      }, expected);
      return deployment(service, environment);
    },
  };
}

/** Which version, who told it, and who tells another; which revision of Helm is in which state; how well it is. */
function inBrief({ deployed, disagreements, helm, health }) {
  return {
    told: deployed && `${deployed.version} by ${deployed.source}`,
    otherwise: disagreements.map(it => `${it.version} by ${it.source}`),
    helm: helm && `${helm.revision} ${helm.status}`,
    reasons: health.reasons.map(({ code }) => code),
  };
}

async function eventually(ask, expected) {
  let difference;
  await waitFor(
    JSON.stringify(expected),
    () => {
      try {
        assert.deepEqual(ask(), expected);
        return true;
      } catch (error) {
        difference = error;
        return false;
      }
    },
    { seconds: 20 },
  ).catch(error => {
    throw difference ?? error;
  });
}
