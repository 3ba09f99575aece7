{{/*
What the ConfigMap becomes, set as "config" in the context the first time: by name { text, by },
from `configFiles`, a later file over an earlier, and from `config`, which wins. `by` is where
it was written. A name with the value "" is left out.
Usage: {{ include "platform-common.v1.fields.readConfig" $context }}
*/}}
{{- define "platform-common.v1.fields.readConfig" -}}
{{- if not (hasKey . "config") -}}
  {{- $context := . -}}
  {{- $config := dict -}}
  {{- range $path := .values.configFiles -}}
    {{- $file := dict "context" $context "key" "configFiles" "path" $path "missing" "write it, or remove the name" -}}
    {{- include "platform-common.v1.fields.readFile" $file -}}
    {{- range $name, $text := $file.data -}}
      {{- $_ := set $config $name (dict "text" $text "by" (printf "configFiles (%s)" $path)) -}}
    {{- end -}}
  {{- end -}}
  {{- range $name, $text := .values.config -}}
    {{- $_ := set $config $name (dict "text" $text "by" "config") -}}
  {{- end -}}
  {{- range $name, $entry := $config -}}
    {{- if not $entry.text -}}
      {{- $_ := unset $config $name -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set . "config" $config -}}
{{- end -}}
{{- end -}}

{{/*
Data of the ConfigMap, and what is hashed into the pods.
Usage: {{ include "platform-common.v1.fields.configData" $context }}
*/}}
{{- define "platform-common.v1.fields.configData" -}}
{{- include "platform-common.v1.fields.readConfig" . -}}
{{- range $name, $entry := .config }}
{{ quote $name }}: {{ quote $entry.text }}
{{- end }}
{{- end -}}
