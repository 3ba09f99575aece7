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

import { fromPlugin } from './fromPlugin.mjs';

const { createBackendModule } = fromPlugin('@backstage/backend-plugin-api');
const {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} = fromPlugin('@backstage/plugin-auth-node');

/** Signs anybody in who says a name in the header `x-viewer`: a benchmark has a hundred persons. */
export const signIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'viewers-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'viewers',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize() {},
              authenticate: async ({ req }) => ({
                result: { name: req.header('x-viewer') },
              }),
            }),
            signInResolver: async ({ result }, context) => {
              const ref = `user:default/${result.name}`;
              const claims = { sub: ref, ent: [ref] };
              return context.issueToken({ claims });
            },
          }),
        });
      },
    });
  },
});
