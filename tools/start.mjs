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

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.mjs';
import { installPackages } from './launcher/packages.mjs';
import { addresses, startPortal, waitForPortal } from './launcher/portal.mjs';
import { checkPorts } from './launcher/ports.mjs';
import { since } from './launcher/report.mjs';
import { provideSecrets, useState } from './launcher/state.mjs';
import { provideTools } from './launcher/tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const state = join(root, '.state');
const withoutHelm = { APP_CONFIG_chartroom_helm_required: 'false' };

await launch({
  async run(context) {
    await mkdir(state, { recursive: true });
    return useState({ state, run: () => start(context) });
  },
});

async function start({ report, args, env }) {
  const started = Date.now();
  report.line('Starting Chartroom');
  await checkPorts({ env });
  const [, { found, missing }] = await Promise.all([
    installPackages({ root, env, report }),
    provideTools({ variables: ['CHARTROOM_HELM'], root, env, report }),
  ]);
  const { forgeToken } = await provideSecrets(state);
  const ended = startPortal({
    root,
    state,
    report,
    verbose: args.includes('--verbose'),
    env: {
      ...env,
      ...found,
      ...(missing.CHARTROOM_HELM && withoutHelm),
      CHARTROOM_FORGE_TOKEN: forgeToken,
      // The address is printed once the portal is ready
      BROWSER: 'none',
    },
  });
  const ready = report.step({
    name: 'portal',
    doing: 'starting',
    run: progress => waitForPortal({ progress, state }),
  });
  await Promise.race([ended, ready]);
  const time = since(started, Date.now());
  report.line();
  if (missing.CHARTROOM_HELM) {
    report.line('Plans will not be verified, for there is no Helm 4.');
  }
  report.line(`Chartroom is ready at ${addresses.portal} (${time})`);
  report.line(`Its git repositories and charts are at ${addresses.forge}`);
  report.line('Stop it with Ctrl-C.');
  return ended;
}
