{{/*
Stops at a schedule that Kubernetes does not take: five fields as robfig/cron reads them
(parser.go, ParseStandard), of which Sunday is 0 and not 7, or one of its words. What it reads as
something else without a word, such as *-5 and 1,,2, is a mistake here.
Usage: {{ include "platform-common.v1.fields.checkSchedule" $context }}
*/}}
{{- define "platform-common.v1.fields.checkSchedule" -}}
{{- $schedule := .values.cronJob.schedule -}}
{{- $where := printf "%s: values: cronJob.schedule is %q" .root.Chart.Name $schedule -}}
{{- if hasPrefix "@" $schedule -}}
  {{- if not (regexMatch "^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every ([0-9]+([.][0-9]+)?(ns|us|ms|s|m|h))+)$" $schedule) -}}
    {{- fail (printf "%s; of words there are @yearly, @monthly, @weekly, @daily, @hourly and such as \"@every 90m\"" $where) -}}
  {{- end -}}
{{- else if not (regexMatch "^\\S+( +\\S+){4}$" $schedule) -}}
  {{- fail (printf "%s; write when it runs, such as \"0 3 * * *\" or \"@daily\"" $where) -}}
{{- else -}}
  {{- $fields := list
    (dict "name" "minute" "least" 0 "most" 59 "words" list)
    (dict "name" "hour" "least" 0 "most" 23 "words" list)
    (dict "name" "day of the month" "least" 1 "most" 31 "words" list)
    (dict "name" "month" "least" 1 "most" 12 "words" (list "jan" "feb" "mar" "apr" "may" "jun" "jul" "aug" "sep" "oct" "nov" "dec"))
    (dict "name" "day of the week" "least" 0 "most" 6 "words" (list "sun" "mon" "tue" "wed" "thu" "fri" "sat"))
  -}}
  {{- range $index, $text := regexSplit " +" $schedule -1 -}}
    {{- $field := index $fields $index -}}
    {{- range splitList "," $text -}}
      {{- if not (include "platform-common.v1.fields.isTime" (dict "text" (lower .) "field" $field)) -}}
        {{- $words := empty $field.words | ternary "" (printf " or %s to %s" (first $field.words) (last $field.words)) -}}
        {{- fail (printf "%s, of which %q is no %s; write *, or %d to %d%s, such as %d-%d or */2" $where . $field.name $field.least $field.most $words $field.least (add1 $field.least)) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
"true" for one entry of a field: *, a number or word, a range of them, each with a step or without.
Usage: {{ if include "platform-common.v1.fields.isTime" (dict "text" "1-5/2" "field" $field) }}
*/}}
{{- define "platform-common.v1.fields.isTime" -}}
{{- $field := .field -}}
{{- if regexMatch "^([*?]|[a-z0-9]+(-[a-z0-9]+)?)(/[0-9]*[1-9][0-9]*)?$" .text -}}
  {{- $isGood := true -}}
  {{- $before := $field.least -}}
  {{- range regexSplit "/" .text -1 | first | splitList "-" -}}
    {{- if not (has . (list "*" "?")) -}}
      {{- $number := -1 -}}
      {{- $entry := . -}}
      {{- if regexMatch "^[0-9]{1,2}$" . }}{{ $number = regexReplaceAll "^0" . "" | int }}{{ end -}}
      {{- range $place, $word := $field.words -}}
        {{- if eq $word $entry }}{{ $number = add $field.least $place | int }}{{ end -}}
      {{- end -}}
      {{- if or (lt $number $before) (gt $number $field.most) }}{{ $isGood = false }}{{ end -}}
      {{- $before = $number -}}
    {{- end -}}
  {{- end -}}
  {{- if $isGood }}true{{ end -}}
{{- end -}}
{{- end -}}
