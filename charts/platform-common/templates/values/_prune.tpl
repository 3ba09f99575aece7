{{/*
Removes "" leaves and maps that are left empty, in place. Values hold no null (Helm 3 and 4
read it differently), so "" is how a person removes a default.
Usage: {{ include "platform-common.v1.values.prune" $map }}, on a copy
*/}}
{{- define "platform-common.v1.values.prune" -}}
{{- range $key, $value := . -}}
  {{- if kindIs "map" $value -}}
    {{- include "platform-common.v1.values.prune" $value -}}
  {{- end -}}
  {{- if or (and (kindIs "string" $value) (eq $value "")) (and (kindIs "map" $value) (not $value)) -}}
    {{- $_ := unset $ $key -}}
  {{- end -}}
{{- end -}}
{{- end -}}
