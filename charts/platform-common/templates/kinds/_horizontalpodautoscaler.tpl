{{/*
The HorizontalPodAutoscaler; the workload then has no `replicas`, or each upgrade would undo
what was scaled.
Usage: {{ include "platform-common.v1.kinds.horizontalpodautoscaler" $context }}
*/}}
{{- define "platform-common.v1.kinds.horizontalpodautoscaler" -}}
{{- $autoscaling := .values.autoscaling -}}
{{- if $autoscaling.enabled }}
{{- include "platform-common.v1.fields.checkAutoscaling" . -}}
{{- $metrics := include "platform-common.v1.fields.utilizationMetrics" . | trim }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: {{ eq .values.type "statefulset" | ternary "StatefulSet" "Deployment" }}
    name: {{ quote .name }}
  minReplicas: {{ int $autoscaling.minReplicas }}
  maxReplicas: {{ int $autoscaling.maxReplicas }}
  metrics:
    {{- with $metrics }}
    {{- . | nindent 4 }}
    {{- end }}
    {{- with $autoscaling.metrics }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with $autoscaling.behavior }}
  behavior:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end -}}

{{/*
Metrics of CPU and memory, as parts of what the container requests. With sidecars it is the
service's own container that counts: theirs would blur it, and one that requests nothing would
stop all scaling.
Usage: {{ include "platform-common.v1.fields.utilizationMetrics" $context }}
*/}}
{{- define "platform-common.v1.fields.utilizationMetrics" -}}
{{- $context := . -}}
{{- $requests := (include "platform-common.v1.values.resources" . | fromYaml).requests | default dict -}}
{{- $alone := empty .values.sidecars -}}
{{- range $resource, $key := dict "cpu" "targetCPUUtilizationPercentage" "memory" "targetMemoryUtilizationPercentage" }}
{{- $target := get $context.values.autoscaling $key | int }}
{{- if $target }}
{{- if not (get $requests $resource) -}}
  {{- fail (printf "%s: values: autoscaling.%s is a part of what is requested, but resources.requests.%s is \"\"; write it, or 0 here" $context.root.Chart.Name $key $resource) -}}
{{- end }}
- type: {{ $alone | ternary "Resource" "ContainerResource" }}
  {{ $alone | ternary "resource" "containerResource" }}:
    name: {{ $resource }}
    {{- if not $alone }}
    container: {{ quote $context.name }}
    {{- end }}
    target:
      type: Utilization
      averageUtilization: {{ $target }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Stops at a type that does not scale, at bounds the wrong way round, and where nothing is measured.
Usage: {{ include "platform-common.v1.fields.checkAutoscaling" $context }}
*/}}
{{- define "platform-common.v1.fields.checkAutoscaling" -}}
{{- $chart := .root.Chart.Name -}}
{{- $autoscaling := .values.autoscaling -}}
{{- $minimum := int $autoscaling.minReplicas -}}
{{- $maximum := int $autoscaling.maxReplicas -}}
{{- if not (has .values.type (list "deployment" "statefulset")) -}}
  {{- fail (printf "%s: values: autoscaling.enabled is for type deployment or statefulset, not %s; write false" $chart .values.type) -}}
{{- end -}}
{{- if or (lt $minimum 1) (lt $maximum $minimum) -}}
  {{- fail (printf "%s: values: autoscaling.minReplicas is %d and maxReplicas %d; write at least 1, and no less for the latter" $chart $minimum $maximum) -}}
{{- end -}}
{{- if not (or $autoscaling.metrics (int $autoscaling.targetCPUUtilizationPercentage) (int $autoscaling.targetMemoryUtilizationPercentage)) -}}
  {{- fail (printf "%s: values: autoscaling measures nothing; write targetCPUUtilizationPercentage, targetMemoryUtilizationPercentage or metrics" $chart) -}}
{{- end -}}
{{- end -}}
