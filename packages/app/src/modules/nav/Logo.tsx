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
 * A course plotted between three marks on a sea chart.
 *
 * @internal
 */
export function Logo() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#0f4c5c" />
      <path
        d="M8 23.5 14.5 12 24 9"
        fill="none"
        stroke="#9fe3d6"
        strokeWidth="2"
        strokeDasharray="3 2.4"
      />
      <circle cx="8" cy="23.5" r="3" fill="#ffffff" />
      <circle cx="14.5" cy="12" r="3" fill="#9fe3d6" />
      <path
        d="m24 4.5 1.3 3.2L28.5 9l-3.2 1.3L24 13.5l-1.3-3.2L19.5 9l3.2-1.3Z"
        fill="#ffb454"
      />
      <path
        d="M17 25.5q1.75-1.7 3.5 0t3.5 0 3.5 0"
        fill="none"
        stroke="#9fe3d6"
        strokeWidth="1.6"
        strokeLinecap="round"
        opacity=".7"
      />
    </svg>
  );
}
