{{/*
The context's dependencies: the wiring's entries by name, with every default filled in and
`ports` as a list; set in place. Stops where `bindings` or `waits` name something that the
wiring does not hold. `helm lint` does not stop at a failure: what has no wiring is left out of
the values there, so that it is said once and nothing goes on with a dependency that is not.
Usage: {{ include "platform-common.v1.values.dependencies" $context }}
*/}}
{{- define "platform-common.v1.values.dependencies" -}}
{{- $chart := .root.Chart.Name -}}
{{- $dependencies := dict -}}
{{- $plainNames := dict -}}
{{- range $name, $entry := .values.wiring.dependencies -}}
  {{- $plain := regexReplaceAll "[^a-z0-9]+" (lower $name) "-" | trunc 54 | trimSuffix "-" -}}
  {{- if not (regexMatch "^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$" $name) -}}
    {{- fail (printf "%s: values: wiring.dependencies has the name %q; a name has at most 63 characters, letters, digits and '-', '_' or '.' between them" $chart $name) -}}
  {{- else if hasKey $plainNames $plain -}}
    {{- fail (printf "%s: values: wiring.dependencies has %s and %s, whose variables and init containers would have one name; write another for one of them, and its host" $chart (get $plainNames $plain) $name) -}}
  {{- end -}}
  {{- $_ := set $plainNames $plain $name -}}
  {{- $read := dict "ports" $entry.ports -}}
  {{- include "platform-common.v1.values.readPorts" $read -}}
  {{- include "platform-common.v1.values.checkPorts" (dict "chart" $chart "path" (printf "wiring.dependencies.%s.ports" $name) "ports" $read.list) -}}
  {{- $_ := set $dependencies $name (merge
    (dict "name" $name "plainName" $plain "ports" $read.list)
    (omit $entry "ports")
    (dict "host" $name "wait" false "external" false "cidrs" list)
    (empty $entry.podLabels | ternary (dict "podLabels" (dict "app.kubernetes.io/name" $name)) dict)
  ) -}}
{{- end -}}
{{- $_ := set . "dependencies" $dependencies -}}
{{- range $key := list "bindings" "waits" -}}
  {{- range $name, $_ := get $.values $key -}}
    {{- if not (hasKey $dependencies $name) -}}
      {{- fail (printf "%s: values: %s.%s has no wiring: wiring.dependencies holds %s; the umbrella or values-local.yaml gives it" $chart $key $name (keys $dependencies | sortAlpha | join ", " | default "nothing")) -}}
      {{- $_ := set $.values $key (omit (get $.values $key) $name) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
The port that {port} and a wait mean: the only one, or the one that `port` names. A map has
no order, so with several and no name there is no first.
Usage: {{ include "platform-common.v1.values.dependencyPort" (dict "context" $context "dependency" $dependency "for" "bindings.mysql.DB_PORT") | int }}
*/}}
{{- define "platform-common.v1.values.dependencyPort" -}}
{{- $dependency := .dependency -}}
{{- $found := list -}}
{{- $names := list -}}
{{- range $dependency.ports -}}
  {{- $names = append $names .name -}}
  {{- if eq .name ($dependency.port | default .name) -}}
    {{- $found = append $found .port -}}
  {{- end -}}
{{- end -}}
{{- if ne (len $found) 1 -}}
  {{- fail (printf "%s: values: %s needs one port of %s, but wiring.dependencies.%s.ports holds %s; name one in wiring.dependencies.%s.port" .context.root.Chart.Name .for $dependency.name $dependency.name (join ", " $names | default "none") $dependency.name) -}}
{{- end -}}
{{- first $found -}}
{{- end -}}
