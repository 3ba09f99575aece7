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

import { platformFiles } from './backend/platformFiles.mjs';
import { startBackend } from './backend/startBackend.mjs';
import { startBareCluster } from './cluster/startBareCluster.mjs';
import { startProxy } from './cluster/startProxy.mjs';
import { captureShapes } from './seed/captureShapes.mjs';
import { planLandscape } from './seed/planLandscape.mjs';
import { writeSeed } from './seed/writeSeed.mjs';

const main = 'main';

/**
 * Starts what all measures share: a seeded cluster behind proxies, `near`, `far` away and `dark`, and what is true of it.
 */
export async function startBench({ settings, helms, report }) {
  const { isLean } = settings;
  const landscape = planLandscape(settings);
  const files = platformFiles({ landscape, cluster: main });
  const cluster = await startBareCluster();
  const proxies = {};
  const stop = async () => {
    await Promise.all(Object.values(proxies).map(proxy => proxy.close()));
    await cluster.stop();
  };
  try {
    const captured = await captureShapes({ cluster, helms, isLean });
    const totals = await writeSeed({ cluster, landscape, captured });
    const { server: target } = cluster;
    proxies.near = await startProxy({ target });
    proxies.far = await startProxy({ target, delay: 200 });
    proxies.dark = await startProxy({ target, isBlackHole: true });

    const { directory, authority, token } = cluster;
    const caData = Buffer.from(authority).toString('base64');
    const services = landscape.platforms.flatMap(({ name, slots }) =>
      slots
        .flatMap(slot => slot.services)
        .map(({ service, version }) => ({
          ...{ service, platform: name },
          isRunning: version !== undefined,
        })),
    );
    return {
      ...{ cluster, directory, files, landscape, main, proxies, report },
      ...{ services, settings, stop, totals },
      places: landscape.platforms.flatMap(({ environments }) =>
        environments.map(({ namespace }) => namespace),
      ),
      /** A cluster as `chartroom.clusters` has it. */
      ours: ({ name = main, proxy = 'near', helm = true } = {}) => ({
        ...{ name, url: proxies[proxy].server, caData, token, helm },
      }),
      /** A cluster as the kubernetes plugin has it. */
      theirs: ({ name = main, proxy = 'near' } = {}) => ({
        ...{ name, url: proxies[proxy].server, caData },
        ...{ authProvider: 'serviceAccount', serviceAccountToken: token },
      }),
      /** Starts a backend for as long as something is done with it. */
      async withBackend({ run, viewers, ...options }) {
        const backend = await startBackend({
          ...{ directory, services, files, ...options },
        });
        try {
          await backend.signIn(viewers);
          return await run(backend);
        } finally {
          await backend.stop();
        }
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
