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

export {
  escapeBindingText,
  factsInTemplate,
  parseBindingTemplate,
  placeholders,
} from './bindingTemplate';
export type { BindingTemplate, Placeholder } from './bindingTemplate';
export type { EngineProfile } from './EngineProfile';
export type { LanguageProfile } from './LanguageProfile';
export { backingServiceWiring } from './backingServiceWiring';
export type { BackingServiceWiring } from './backingServiceWiring';
export type { BackingServiceBlock } from './BackingServiceBlock';
export type { RequiredSecret } from './RequiredSecret';
export type { UmbrellaChart } from './UmbrellaChart';
export type { ForeignChart } from './ForeignChart';
export type { OwnChartRecipe } from './OwnChartRecipe';
export type { ProfileSecret } from './ProfileSecret';
export { builtInProfiles } from './profiles';
export { valueLeaves } from './valueLeaves';
export { findEngineProfile } from './findEngineProfile';
export { environmentWiring } from './environmentWiring';
export type { EnvironmentWiring } from './environmentWiring';
export { languages } from './languages';
export { readProfiles } from './readProfiles';
export { serviceBindings } from './serviceBindings';
export type { ServiceBindings } from './serviceBindings';
export { dependencyWirings, serviceWiring } from './serviceWiring';
export type {
  DependencyWiring,
  ServiceWiring,
  WiredPort,
} from './serviceWiring';
