{{/*
The map that lies under some keys, set in place as "map"; an empty one where there is none or
something else, which is said elsewhere, and after which `helm lint` goes on.
Usage: {{ include "platform-common.v1.values.readMap" $found }}, with (dict "from" .Values "keys" (list "global" "chartroom"))
*/}}
{{- define "platform-common.v1.values.readMap" -}}
{{- $map := .from -}}
{{- range .keys -}}
  {{- $next := get $map . -}}
  {{- $map = kindIs "map" $next | ternary $next dict -}}
{{- end -}}
{{- $_ := set . "map" $map -}}
{{- end -}}
