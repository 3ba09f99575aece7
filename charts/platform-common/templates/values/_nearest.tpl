{{/*
The known word that a person most likely meant: at most two letters off, or, unless it must be
that close, with the same first four letters; else nothing.
Usage: {{ include "platform-common.v1.values.nearest" (dict "word" "replica" "known" $words) }}
*/}}
{{- define "platform-common.v1.values.nearest" -}}
{{- $word := lower .word -}}
{{- $nearest := "" -}}
{{- $least := 1000 -}}
{{- range .known -}}
  {{- $distance := include "platform-common.v1.values.distance" (dict "from" $word "to" (lower .)) | int -}}
  {{- if or (gt $distance 2) (ge $distance (len $word)) -}}
    {{- $start := trunc 4 $word -}}
    {{- $isNear := and (not $.isClose) (eq (len $start) 4) (hasPrefix $start (lower .)) -}}
    {{- $distance = $isNear | ternary (add 100 $distance | int) 1000 -}}
  {{- end -}}
  {{- if lt $distance $least -}}
    {{- $least = $distance -}}
    {{- $nearest = . -}}
  {{- end -}}
{{- end -}}
{{- $nearest -}}
{{- end -}}

{{/*
How many letters must be inserted, removed or replaced to make one word of the other
(Levenshtein's distance, by rows).
Usage: {{ include "platform-common.v1.values.distance" (dict "from" "replica" "to" "replicas") | int }}
*/}}
{{- define "platform-common.v1.values.distance" -}}
{{- $letters := regexFindAll "." .to -1 -}}
{{- $row := untilStep 0 (add1 (len $letters) | int) 1 -}}
{{- range $letter := regexFindAll "." .from -1 -}}
  {{- $next := list (add1 (first $row)) -}}
  {{- range $column, $other := $letters -}}
    {{- $replaced := add (index $row $column) (eq $letter $other | ternary 0 1) -}}
    {{- $next = append $next (min $replaced (add1 (last $next)) (add1 (index $row (add1 $column)))) -}}
  {{- end -}}
  {{- $row = $next -}}
{{- end -}}
{{- last $row -}}
{{- end -}}
