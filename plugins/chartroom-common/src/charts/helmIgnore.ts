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
 * The .helmignore of a service's chart: Helm packs every file that is not named
 * there into each release.
 *
 * @remarks
 * The schema stays out: it is that of the common chart's version of its day, so in
 * an umbrella with a newer one it would refuse what is right, and to compile one
 * for each service takes Helm longer than to render it.
 *
 * @internal
 */
export const helmIgnore = `.git
.gitignore
*.swp
*.tmp
values-local.yaml
# For editors. In a release the common chart checks the values, by the keys of its own version.
values.schema.json
`;
