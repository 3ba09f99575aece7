{{/*
Checks that a service is known to its caller as it is named, where an override names it other than
its chart: under another host nobody answers, and a policy that means other pods opens nothing.
Usage: {{ include "platform-common.v1.umbrella.checkNames" (dict "root" . "from" "cart" "to" "redis" "entry" $entry "facts" $facts) }}, with $facts
  (dict "chart" $chart "values" $values "name" "redis")
*/}}
{{- define "platform-common.v1.umbrella.checkNames" -}}
{{- $name := .facts.name -}}
{{- $label := "app.kubernetes.io/name" -}}
{{- $host := .entry.host | default .to -}}
{{- $means := .entry.podLabels | default (dict $label .to) -}}
{{- $isElsewhere := and (ne $name .to) (eq (toString $host | splitList "." | first) .to) -}}
{{- if or $isElsewhere (ne (get $means $label | default $name) $name) -}}
  {{- $override := .facts.values.fullnameOverride | empty | ternary "nameOverride" "fullnameOverride" -}}
  {{- $way := eq $name .to | ternary "" (printf ", or remove %s.%s" .to $override) -}}
  {{- fail (printf "%s: depends on %s, whose Service and pods are named %s, but is told host %s and %s: %s; write %s.wiring.dependencies.%s: { host: %s, podLabels: { %s: %s } }%s" .from .to $name $host $label (get $means $label | default "none") .from .to $name $label $name $way) -}}
{{- else if omit $means $label -}}
  {{- include "platform-common.v1.umbrella.checkLabels" (merge (dict "bears" (include "platform-common.v1.umbrella.podLabels" . | fromYaml) "isWhole" true) .) -}}
{{- end -}}
{{- end -}}

{{/*
Labels of the pods of one of the umbrella's services.
Usage: {{ include "platform-common.v1.umbrella.podLabels" (dict "root" . "facts" $facts) | fromYaml }}
*/}}
{{- define "platform-common.v1.umbrella.podLabels" -}}
{{- $values := dict "image" dict -}}
{{- range $key := list "labels" "podLabels" -}}
  {{- $system := dict "from" $.root.Values "keys" (list "global" "chartroom" "defaults" $key) -}}
  {{- include "platform-common.v1.values.readMap" $system -}}
  {{- $own := dict "from" $.facts.values "keys" (list $key) -}}
  {{- include "platform-common.v1.values.readMap" $own -}}
  {{- $_ := set $values $key (merge dict $own.map $system.map) -}}
{{- end -}}
{{- $root := dict "Chart" .facts.chart "Release" .root.Release "Template" .root.Template -}}
{{- include "platform-common.v1.fields.podLabels" (dict "root" $root "name" .facts.name "values" $values) -}}
{{- end -}}

{{/*
Stops where the wiring means pods by a label that those of its dependency have with another value
or, where all of theirs are known, not at all.
Usage: {{ include "platform-common.v1.umbrella.checkLabels" (dict "from" "cart" "to" "redis" "entry" $entry "bears" $labels "isWhole" true) }}
*/}}
{{- define "platform-common.v1.umbrella.checkLabels" -}}
{{- $edge := . -}}
{{- range $label, $value := .entry.podLabels | default (dict "app.kubernetes.io/name" .to) -}}
  {{- $there := get $edge.bears $label -}}
  {{- if and (ne (toString $there) (toString $value)) (or $edge.isWhole (hasKey $edge.bears $label)) -}}
    {{- fail (printf "%s: wiring.dependencies.%s means pods with %s: %s, but those of %s have %s; write %s.wiring.dependencies.%s.podLabels as they have them" $edge.from $edge.to $label $value $edge.to ($there | default "none") $edge.from $edge.to) -}}
  {{- end -}}
{{- end -}}
{{- end -}}
