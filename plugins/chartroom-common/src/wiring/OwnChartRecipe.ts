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
 * What a backing service's chart on the common chart is made of.
 *
 * @public
 */
export interface OwnChartRecipe {
  /** The engine's image, without a tag, where the matrix names none. */
  readonly image: string;
  /** The engine's version, which is the image's tag. */
  readonly appVersion: string;
  /** Values of the common chart beyond type, image, ports and labels. */
  readonly values: Readonly<Record<string, unknown>>;
}
