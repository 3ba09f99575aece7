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
 * The core of Chartroom: pure functions over values and trees of files.
 *
 * @packageDocumentation
 */

export * from './agreement';
export * from './annotations';
export * from './catalog';
export * from './charts';
export * from './check';
export * from './deployments';
export * from './derived';
export * from './files';
export * from './health';
export * from './kubernetes';
export * from './matrix';
export * from './newPlatform';
export * from './permissions';
export * from './plan';
export * from './platform';
export * from './platformOperations';
export * from './redaction';
export * from './releases';
export * from './restarts';
export * from './secrets';
export * from './umbrellaImport';
export * from './versions';
export * from './wiring';
export * from './yaml';
