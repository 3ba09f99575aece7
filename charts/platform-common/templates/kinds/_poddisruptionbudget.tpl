{{/*
The PodDisruptionBudget, where at least two pods always run: with one it would stop every
drain of a node. A pod of a Deployment that is unwell may always be evicted, or a broken
version would hold up its node; one of a StatefulSet may be restoring its data, and is left to
Kubernetes' own rule.
Usage: {{ include "platform-common.v1.kinds.poddisruptionbudget" $context }}
*/}}
{{- define "platform-common.v1.kinds.poddisruptionbudget" -}}
{{- $budget := .values.podDisruptionBudget -}}
{{- $pods := include "platform-common.v1.fields.leastReplicas" . | int -}}
{{- $scales := has .values.type (list "deployment" "statefulset") -}}
{{- if and $budget.enabled $scales (ge $pods 2) }}
{{- $key := $budget.minAvailable | toString | empty | ternary "maxUnavailable" "minAvailable" -}}
{{- $value := get $budget $key -}}
{{- $stuck := eq $key "maxUnavailable" | ternary (list "0" "0%") (list "100%") -}}
{{- if or (has (toString $value) $stuck) (and (eq $key "minAvailable") (not (kindIs "string" $value)) (ge (int $value) $pods)) -}}
  {{- fail (printf "%s: values: podDisruptionBudget.%s %v lets none of %d pods go, so that no node could be drained; let one go, or write podDisruptionBudget.enabled: false" .root.Chart.Name $key $value $pods) -}}
{{- end }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  {{ $key }}: {{ toJson $value }}
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  {{- if eq .values.type "deployment" }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  {{- end }}
{{- end }}
{{- end -}}

{{/*
How many pods there are at least, as far as this chart decides it.
Usage: {{ include "platform-common.v1.fields.leastReplicas" $context | int }}
*/}}
{{- define "platform-common.v1.fields.leastReplicas" -}}
{{- .values.autoscaling.enabled | ternary .values.autoscaling.minReplicas .values.replicas | int -}}
{{- end -}}
