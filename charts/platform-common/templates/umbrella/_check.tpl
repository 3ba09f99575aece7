{{/*
Checks the whole system from the final values of its enabled charts: every dependency is
there, under the names by which its caller knows it, listens on the port that its caller was told,
and admits its caller. A caller that is listed but not enabled is fine. Charts that do not stand on
this one are known only by `backingServices`; those that stand on another major of it are that one's
to check.
Usage: {{ include "platform-common.v1.umbrella.check" (dict "root" . "backingServices" $enabled) }}
*/}}
{{- define "platform-common.v1.umbrella.check" -}}
{{- $umbrella := . -}}
{{- $own := dict -}}
{{- $bearers := dict -}}
{{- range $key, $chart := .root.Subcharts -}}
  {{- $declared := dict "chart" $chart.Chart -}}
  {{- include "platform-common.v1.readDeclared" $declared -}}
  {{- if $declared.admitted -}}
    {{- $values := $chart.Values.AsMap -}}
    {{- $name := include "platform-common.v1.values.name" (dict "chart" $key "values" $values) -}}
    {{- if hasKey $bearers $name -}}
      {{- fail (printf "%s: %s and %s are both named %s; write another fullnameOverride for one of them, or none" $umbrella.root.Chart.Name (get $bearers $name) $key $name) -}}
    {{- end -}}
    {{- $_ := set $bearers $name $key -}}
    {{- $_ := set $own $key (dict "chart" $chart.Chart "values" $values "name" $name) -}}
  {{- end -}}
{{- end -}}
{{- range $key, $service := $own -}}
  {{- $wired := dict "from" $service.values "keys" (list "wiring" "dependencies") -}}
  {{- include "platform-common.v1.values.readMap" $wired -}}
  {{- range $target, $entry := $wired.map -}}
    {{- if not (kindIs "map" $entry) -}}
    {{- else if not $entry.external -}}
      {{- $edge := dict "root" $umbrella.root "from" $key "fromName" $service.name "to" $target "entry" $entry -}}
      {{- if hasKey $own $target -}}
        {{- $facts := get $own $target -}}
        {{- $told := dict "from" $facts.values "keys" (list "wiring") -}}
        {{- include "platform-common.v1.values.readMap" $told -}}
        {{- include "platform-common.v1.umbrella.checkNames" (merge (dict "facts" $facts) $edge) -}}
        {{- include "platform-common.v1.umbrella.checkEdge" (merge (dict
          "open" $facts.values.ports
          "callers" (get $told.map "callers")
          "place" (printf "%s.wiring.callers" $target)) $edge) -}}
      {{- else if hasKey $umbrella.backingServices $target -}}
        {{- $facts := get $umbrella.backingServices $target -}}
        {{- include "platform-common.v1.umbrella.checkLabels" (merge (dict "bears" ($facts.podLabels | default (dict "app.kubernetes.io/name" $target)) "isWhole" false) $edge) -}}
        {{- include "platform-common.v1.umbrella.checkEdge" (merge (dict
          "open" $facts.ports
          "callers" ($facts.callers | default dict)
          "place" (printf "backingServices.%s.callers" $target)) $edge) -}}
      {{- else if not (hasKey $umbrella.root.Subcharts $target) -}}
        {{- fail (printf "%s: depends on %s, which is not an enabled chart of %s; enable %s, or write %s.wiring.dependencies.%s.external: true" $key $target $umbrella.root.Chart.Name $target $key $target) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Checks one edge: ports and caller. `callers` is "" where the target admits its namespace.
Usage: {{ include "platform-common.v1.umbrella.checkEdge" (dict "from" "cart" "fromName" "cart" "to" "redis" "entry" $entry "open" $ports "callers" $callers "place" "redis.wiring.callers") }}
*/}}
{{- define "platform-common.v1.umbrella.checkEdge" -}}
{{- $edge := . -}}
{{- $open := dict "ports" .open -}}
{{- include "platform-common.v1.values.readPorts" $open -}}
{{- $listens := list -}}
{{- range $open.list -}}
  {{- $listens = append $listens (include "platform-common.v1.umbrella.portText" .) -}}
{{- end -}}
{{- $asked := dict "ports" .entry.ports -}}
{{- include "platform-common.v1.values.readPorts" $asked -}}
{{- range $asked.list -}}
  {{- $text := include "platform-common.v1.umbrella.portText" . -}}
  {{- if not (has $text $listens) -}}
    {{- fail (printf "%s: wiring.dependencies.%s.ports.%s is %s, but %s listens on %s" $edge.from $edge.to .name $text $edge.to (join ", " $listens | default "no port")) -}}
  {{- end -}}
{{- end -}}
{{- if and (kindIs "map" .callers) (not (get .callers .fromName)) -}}
  {{- $whom := eq .from .fromName | ternary "it" (printf "its pods, which are named %s" .fromName) -}}
  {{- fail (printf "%s: depends on %s, which does not admit %s; write %s.%s: true" .from .to $whom .place .fromName) -}}
{{- end -}}
{{- end -}}

{{/*
A port as people write it: 8080, or "80 (targetPort 8080)" where the pod opens another.
Usage: {{ include "platform-common.v1.umbrella.portText" $port }}
*/}}
{{- define "platform-common.v1.umbrella.portText" -}}
{{- .port -}}
{{- if ne .port .targetPort }} (targetPort {{ .targetPort }}){{ end -}}
{{- if ne .protocol "TCP" }} {{ .protocol }}{{ end -}}
{{- end -}}
