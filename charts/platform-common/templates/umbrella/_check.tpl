{{/*
Checks the whole system from the final values of its enabled charts: every dependency is
there, listens on the port that its caller was told, and admits its caller. A caller that is
listed but not enabled is fine. Charts that do not stand on this one are known only by
`backingServices`; those that stand on another major of it are that one's to check.
Usage: {{ include "platform-common.v1.umbrella.check" (dict "root" . "backingServices" $enabled) }}
*/}}
{{- define "platform-common.v1.umbrella.check" -}}
{{- $umbrella := . -}}
{{- $own := dict -}}
{{- range $name, $chart := .root.Subcharts -}}
  {{- $declared := dict "chart" $chart.Chart -}}
  {{- include "platform-common.v1.readDeclared" $declared -}}
  {{- if $declared.admitted -}}
    {{- $_ := set $own $name $chart.Values.AsMap -}}
  {{- end -}}
{{- end -}}
{{- range $name, $values := $own -}}
  {{- range $target, $entry := dig "wiring" "dependencies" dict $values -}}
    {{- if not $entry.external -}}
      {{- $edge := dict "from" $name "to" $target "ports" $entry.ports -}}
      {{- if hasKey $own $target -}}
        {{- $facts := get $own $target -}}
        {{- include "platform-common.v1.umbrella.checkEdge" (merge (dict
          "open" $facts.ports
          "callers" (dig "wiring" "callers" "" $facts)
          "place" (printf "%s.wiring.callers" $target)) $edge) -}}
      {{- else if hasKey $umbrella.backingServices $target -}}
        {{- $facts := get $umbrella.backingServices $target -}}
        {{- include "platform-common.v1.umbrella.checkEdge" (merge (dict
          "open" $facts.ports
          "callers" ($facts.callers | default dict)
          "place" (printf "backingServices.%s.callers" $target)) $edge) -}}
      {{- else if not (hasKey $umbrella.root.Subcharts $target) -}}
        {{- fail (printf "%s: depends on %s, which is not an enabled chart of %s; enable %s, or write %s.wiring.dependencies.%s.external: true" $name $target $umbrella.root.Chart.Name $target $name $target) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Checks one edge: ports and caller. `callers` is "" where the target admits its namespace.
Usage: {{ include "platform-common.v1.umbrella.checkEdge" (dict "from" "cart" "to" "redis" "ports" $ports "open" $ports "callers" $callers "place" "redis.wiring.callers") }}
*/}}
{{- define "platform-common.v1.umbrella.checkEdge" -}}
{{- $edge := . -}}
{{- $open := dict "ports" .open -}}
{{- include "platform-common.v1.values.readPorts" $open -}}
{{- $listens := list -}}
{{- range $open.list -}}
  {{- $listens = append $listens (include "platform-common.v1.umbrella.portText" .) -}}
{{- end -}}
{{- $asked := dict "ports" .ports -}}
{{- include "platform-common.v1.values.readPorts" $asked -}}
{{- range $asked.list -}}
  {{- $text := include "platform-common.v1.umbrella.portText" . -}}
  {{- if not (has $text $listens) -}}
    {{- fail (printf "%s: wiring.dependencies.%s.ports.%s is %s, but %s listens on %s" $edge.from $edge.to .name $text $edge.to (join ", " $listens | default "no port")) -}}
  {{- end -}}
{{- end -}}
{{- if and (kindIs "map" .callers) (not (get .callers .from)) -}}
  {{- fail (printf "%s: depends on %s, which does not admit it; write %s.%s: true" .from .to .place .from) -}}
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
