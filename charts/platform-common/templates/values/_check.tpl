{{/*
Stops at a key that the shape does not have, with its path and the nearest known key, and at
a value of another kind than the shape names.
Usage: {{ include "platform-common.v1.values.check" (dict "chart" "cart" "path" "" "value" $values "shape" $shape) }}
*/}}
{{- define "platform-common.v1.values.check" -}}
{{- $at := . -}}
{{- $words := dict "string" "text" "float64" "number" "int64" "number" "int" "number" "bool" "boolean" "map" "map" "slice" "list" "invalid" "null" -}}
{{- $word := get $words (kindOf .value) -}}
{{- if eq $word "null" -}}
  {{- fail (printf "%s: values: %s is null, which Helm 3 and 4 read differently; remove the key, or write \"\" or enabled: false" .chart .path) -}}
{{- else if kindIs "string" .shape -}}
  {{- include "platform-common.v1.values.kind" (dict "at" . "word" $word "allowed" (splitList "|" .shape)) -}}
{{- else if kindIs "slice" .shape -}}
  {{- include "platform-common.v1.values.kind" (dict "at" . "word" $word "allowed" (list "list")) -}}
  {{- if eq $word "list" -}}
    {{- range $index, $item := .value -}}
      {{- include "platform-common.v1.values.check" (dict "chart" $at.chart "path" (printf "%s[%d]" $at.path $index) "value" $item "shape" (first $at.shape)) -}}
    {{- end -}}
  {{- end -}}
{{- else if ne $word "map" -}}
  {{- include "platform-common.v1.values.kind" (dict "at" . "word" $word "allowed" (append (splitList "|" (get .shape "=") | compact) "map")) -}}
{{- else -}}
  {{- range $key, $value := .value -}}
    {{- $prefix := $at.path | empty | ternary "" (printf "%s." $at.path) -}}
    {{- $path := print $prefix $key -}}
    {{- if or (hasKey $at.shape $key) (hasKey $at.shape "*") -}}
      {{- $shape := hasKey $at.shape $key | ternary (get $at.shape $key) (get $at.shape "*") -}}
      {{- include "platform-common.v1.values.check" (dict "chart" $at.chart "path" $path "value" $value "shape" $shape) -}}
    {{- else -}}
      {{- $known := omit $at.shape "=" | keys | sortAlpha -}}
      {{- $nearest := include "platform-common.v1.values.nearest" (dict "word" $key "known" $known) -}}
      {{- $advice := $nearest | empty | ternary (printf "known here are %s" (join ", " $known)) (printf "did you mean %q?" (print $prefix $nearest)) -}}
      {{- fail (printf "%s: values: unknown key %q; %s" $at.chart $path $advice) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Stops when a value is of a kind that is not allowed at its place.
Usage: {{ include "platform-common.v1.values.kind" (dict "at" $at "word" "number" "allowed" (list "text")) }}
*/}}
{{- define "platform-common.v1.values.kind" -}}
{{- if not (has .word .allowed) -}}
  {{- $quote := and (has "text" .allowed) (has .word (list "number" "boolean")) -}}
  {{- $words := printf "a %s, not a %s" (join " or a " .allowed) .word | replace "a text" "text" -}}
  {{- fail (printf "%s: values: %s must be %s%s" .at.chart .at.path $words ($quote | ternary "; quote it" "")) -}}
{{- end -}}
{{- end -}}

{{/*
Stops at a value under `platform-common`, where Helm itself puts `global` and nothing would
read it: what is for every service belongs in global.chartroom.defaults.
Usage: {{ include "platform-common.v1.values.checkLibraryKey" . }}, with the chart's own context
*/}}
{{- define "platform-common.v1.values.checkLibraryKey" -}}
{{- range $key, $_ := omit (get .Values.AsMap "platform-common" | default dict) "global" -}}
  {{- fail (printf "%s: values: nothing reads platform-common.%s; for every service write global.chartroom.defaults.%s" $.Chart.Name $key $key) -}}
{{- end -}}
{{- end -}}
