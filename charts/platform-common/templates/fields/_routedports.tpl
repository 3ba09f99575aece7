{{/*
The ports to which the routes from outside lead, set as "routedPorts" in the context the first
time: the one under the host names, and those of the service that `httpRoute.rules` name. Stops
where a rule names the service and none of its ports.
Usage: {{ include "platform-common.v1.fields.readRoutedPorts" $context }}, of a service with hosts
*/}}
{{- define "platform-common.v1.fields.readRoutedPorts" -}}
{{- if not (hasKey . "routedPorts") -}}
  {{- $context := . -}}
  {{- $routed := list .hostPort -}}
  {{- $found := dict "references" list -}}
  {{- if .values.httpRoute.enabled -}}
    {{- include "platform-common.v1.fields.collectReferences" (dict "found" $found "key" "rules" "path" "httpRoute.rules" "value" .values.httpRoute.rules) -}}
  {{- end -}}
  {{- range $found.references -}}
    {{- $to := .to -}}
    {{- $namespace := $to.namespace | default $context.root.Release.Namespace | toString -}}
    {{- $isOwn := and (eq (toString $to.name) $context.name) (has ($to.kind | default "Service") (list "Service")) (not $to.group) (eq $namespace $context.root.Release.Namespace) -}}
    {{- if $isOwn -}}
      {{- $known := list -}}
      {{- $isThere := false -}}
      {{- range $context.ports -}}
        {{- if eq .protocol "TCP" -}}
          {{- $known = append $known .port -}}
          {{- if eq .port (int $to.port) -}}
            {{- $isThere = true -}}
            {{- $routed = append $routed . -}}
          {{- end -}}
        {{- end -}}
      {{- end -}}
      {{- if not $isThere -}}
        {{- fail (printf "%s: values: %s leads to %s and to none of its TCP ports; write port: %s" $context.root.Chart.Name .path $context.name (join " or " $known)) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set . "routedPorts" (uniq $routed) -}}
{{- end -}}
{{- end -}}

{{/*
Collects what the rules of a route lead to, at any depth: the backends of a rule, and those to
which a filter mirrors requests.
Usage: {{ include "platform-common.v1.fields.collectReferences" (dict "found" (dict "references" list) "key" "rules" "path" "httpRoute.rules" "value" $rules) }}
*/}}
{{- define "platform-common.v1.fields.collectReferences" -}}
{{- $at := . -}}
{{- if kindIs "slice" .value -}}
  {{- range $index, $item := .value -}}
    {{- include "platform-common.v1.fields.collectReferences" (dict "found" $at.found "key" $at.key "path" (printf "%s[%d]" $at.path $index) "value" $item) -}}
  {{- end -}}
{{- else if kindIs "map" .value -}}
  {{- if has .key (list "backendRef" "backendRefs") -}}
    {{- $_ := set .found "references" (append .found.references (dict "path" .path "to" .value)) -}}
  {{- end -}}
  {{- range $key, $value := .value -}}
    {{- include "platform-common.v1.fields.collectReferences" (dict "found" $at.found "key" $key "path" (print $at.path "." $key) "value" $value) -}}
  {{- end -}}
{{- end -}}
{{- end -}}
