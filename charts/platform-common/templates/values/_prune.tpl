{{/*
Removes "" leaves and the maps that this leaves empty, in place. Values hold no null (Helm 3 and 4
read it differently), so "" is how a person removes a default.
Usage: {{ include "platform-common.v1.values.prune" $map }}, on a copy
*/}}
{{- define "platform-common.v1.values.prune" -}}
{{- range $key, $value := . -}}
  {{- $isGone := eq (toString $value) "" -}}
  {{- if and $value (kindIs "map" $value) -}}
    {{- include "platform-common.v1.values.prune" $value -}}
    {{- $isGone = empty $value -}}
  {{- end -}}
  {{- if $isGone -}}
    {{- $_ := unset $ $key -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Removes from the merged values the defaults of the service and of the system that "" removes, in
maps that Kubernetes knows and this chart does not. A selector of a node's role stays, since the
value of such a label is "".
Usage: {{ include "platform-common.v1.values.pruneMaps" $values }}
*/}}
{{- define "platform-common.v1.values.pruneMaps" -}}
{{- $values := . -}}
{{- range $path := list "lifecycle" "strategy" "affinity" "nodeSelector" "autoscaling.behavior" -}}
  {{- $keys := splitList "." $path -}}
  {{- $parent := eq (len $keys) 1 | ternary $values (get $values (first $keys)) -}}
  {{- with get $parent (last $keys) -}}
    {{- $map := deepCopy . -}}
    {{- include "platform-common.v1.values.prune" $map -}}
    {{- range $label, $value := . -}}
      {{- if and (eq $path "nodeSelector") (hasPrefix "node-role.kubernetes.io/" $label) }}{{ $_ := set $map $label $value }}{{ end -}}
    {{- end -}}
    {{- $_ := set $parent (last $keys) $map -}}
  {{- end -}}
{{- end -}}
{{- end -}}
