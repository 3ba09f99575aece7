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

/** `web` has a repository of its own, and was never released. */
export const shopMatrix = `system: shop
owner: group:default/shop
charts: { repository: "https://charts.example.com/shop" }
gitops: { repository: "https://git.example.com/shop/platform.git" }
environments:
  - { name: dev, namespace: shop-dev, domain: dev.example.com }
  - { name: prod, namespace: shop, domain: example.com, ref: v1.0.0 }
services:
  - { name: redis, engine: redis, tier: cache }
  - { name: cart, language: node, port: 8080, dependencies: [redis] }
  - name: web
    language: nginx
    tier: frontend
    port: 8080
    repository: https://git.example.com/shop/web
    dependencies: [cart]
`;
