{{/*
Reads a YAML file of the service's own chart as a map of names to texts, and sets in place
"data", with numbers and booleans as text and "" kept, and "found". Anything else stops, with the file and what it
is. The words of the YAML parser are not repeated: they quote the text, which may be a secret.
Usage: {{ include "platform-common.v1.fields.readFile" (dict "context" $context "key" "configFiles" "path" "env/config.yaml" "missing" "write it") }}
*/}}
{{- define "platform-common.v1.fields.readFile" -}}
{{- $file := . -}}
{{- $where := printf "%s: values: %s names %s" .context.root.Chart.Name .key .path -}}
{{- $text := .context.root.Files.Get (trimPrefix "./" .path) -}}
{{- $data := dict -}}
{{- if not (trim $text) -}}
  {{- fail (printf "%s, which is missing or empty in the chart; %s" $where .missing) -}}
{{- else -}}
  {{- if regexMatch "(?s)(^|\n)[^#\\s%-].*\n---(\\s|$)" $text -}}
    {{- fail (printf "%s, which holds several documents, of which only the first would be read; write one" $where) -}}
  {{- end -}}
  {{- $data = fromYaml $text -}}
  {{- $error := "" -}}
  {{- if and (eq (len $data) 1) (hasKey $data "Error") -}}
    {{- $error = regexFind "^error (converting YAML to JSON|unmarshaling JSON): .*" (toString $data.Error) -}}
  {{- end -}}
  {{- if $error -}}
    {{- $data = dict -}}
    {{- $kind := regexFind "cannot unmarshal [a-z]+" $error | trimPrefix "cannot unmarshal " -}}
    {{- $words := dict "array" "a list" "string" "a text" "number" "a number" "bool" "a boolean" -}}
    {{- if $kind -}}
      {{- fail (printf "%s, which must be a map of names to texts, not %s" $where (get $words $kind | default $kind)) -}}
    {{- else -}}
      {{- $line := regexFind "line [0-9]+" $error -}}
      {{- fail (printf "%s, which is no YAML%s; correct it" $where ($line | empty | ternary "" (printf " (%s)" $line))) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- range $name, $value := $data -}}
  {{- $_ := set $data $name (include "platform-common.v1.fields.fileText" (dict "where" $where "name" $name "value" $value)) -}}
{{- end -}}
{{- $_ := set . "data" $data -}}
{{- $_ := set . "found" (trim $text | empty | not) -}}
{{- end -}}

{{/*
A value of a file as text. Helm reads every number as one with a point: whole numbers keep
their digits as far as such a number can hold them.
Usage: {{ include "platform-common.v1.fields.fileText" (dict "where" $where "name" "LIMIT" "value" 1000000.0) }}
*/}}
{{- define "platform-common.v1.fields.fileText" -}}
{{- $kind := kindOf .value -}}
{{- if eq $kind "string" -}}
  {{- .value -}}
{{- else if eq $kind "bool" -}}
  {{- .value -}}
{{- else if has $kind (list "map" "slice" "invalid") -}}
  {{- fail (printf "%s, in which %s must be text, not %s" .where .name (get (dict "map" "a map" "slice" "a list" "invalid" "null") $kind)) -}}
{{- else -}}
  {{- if or (ge (float64 .value) 9007199254740992.0) (le (float64 .value) -9007199254740992.0) -}}
    {{- fail (printf "%s, in which %s is a number too long to keep all its digits; quote it" .where .name) -}}
  {{- end -}}
  {{- toJson .value -}}
{{- end -}}
{{- end -}}
