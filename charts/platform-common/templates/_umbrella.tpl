{{/*
The umbrella's own template: refuses a system that does not fit together, and for the
backing services whose charts do not stand on this one makes a policy, and the objects of those
that an operator runs.

Usage, as the whole of the umbrella's templates/umbrella.yaml:
  {{ include "platform-common.v1.umbrella" . }}
*/}}
{{- define "platform-common.v1.umbrella" -}}
{{- include "platform-common.v1.values.check" (dict
  "chart" .Chart.Name
  "path" "backingServices"
  "value" (.Values.backingServices | default dict)
  "shape" (dict "*" (include "platform-common.v1.values.backingServiceShape" . | fromJson))
) -}}
{{- $written := dict "from" .Values "keys" (list "backingServices") -}}
{{- include "platform-common.v1.values.readMap" $written -}}
{{- $declared := dict "chart" .Chart -}}
{{- include "platform-common.v1.readDeclared" $declared -}}
{{- include "platform-common.v1.versionGuard" $declared -}}
{{- include "platform-common.v1.values.checkLibraryKey" (dict "values" .Values "declared" $declared) -}}
{{- $enabled := dict -}}
{{- range $name, $backingService := $written.map -}}
  {{- $chart := dict "from" $.Values "keys" (list $name) -}}
  {{- include "platform-common.v1.values.readMap" $chart -}}
  {{- if hasKey $chart.map "enabled" | ternary $chart.map.enabled true -}}
    {{- $_ := set $enabled $name $backingService -}}
  {{- end -}}
{{- end -}}
{{- include "platform-common.v1.umbrella.check" (dict "root" . "backingServices" $enabled) -}}
{{- range $name, $backingService := $enabled }}
---
{{ include "platform-common.v1.umbrella.policy" (dict "root" $ "name" $name "backingService" $backingService) }}
{{- include "platform-common.v1.umbrella.objects" (dict "root" $ "name" $name "backingService" $backingService) }}
{{- end }}
{{- end -}}
